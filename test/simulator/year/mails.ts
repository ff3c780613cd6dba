/**
 * Every mail of the year (acts.ts): the day, what it is, of which periods, and to whom, by what stands before the at sign.
 * `accepted` and `rejected` are receipts; a decision is told by its kind, to the unit and, of what a unit declares, to the
 * office.
 */
const table = `
2024-02-01 announcement KH: khong khong.cu muon nil
2024-02-20 accepted KH: nil
2024-02-26 reminder KH: khong khong.cu muon
2024-02-27 accepted KH: muon
# The first working day after the plan's last, 28/02: its head is written to as well.
2024-02-29 reminder KH: khong khong.cu khong.truong

2024-03-01 announcement Q1: bi dung hong khong khong.cu muon nil ra sua vps xin
2024-03-04 accepted Q1: ra
# The third: the office too. A mail to each of the units' addresses, none to a head.
2024-03-04 chase KH: lanh-dao van-phong
2024-03-04 interim Q1: lanh-dao van-phong
2024-03-04 reminder KH: khong khong.cu
2024-03-05 accepted Q1: dung
2024-03-06 nil Q1: lanh-dao nil van-phong
2024-03-07 rejected Q1: sua
2024-03-08 accepted Q1: vps
2024-03-11 chase KH: lanh-dao van-phong
2024-03-11 interim Q1: lanh-dao van-phong
2024-03-11 reminder KH: khong khong.cu
2024-03-12 accepted Q1: hong
2024-03-14 extension-request Q1: bi lanh-dao van-phong
# A rejected file does not silence it: SUA. Who filed, or has nothing to report, is not asked.
2024-03-14 reminder Q1: bi khong khong.cu muon sua xin
2024-03-15 accepted Q1: sua
2024-03-15 extension Q1: xin
2024-03-15 extension-refusal Q1: bi
2024-03-15 extension-request Q1: lanh-dao van-phong xin
2024-03-18 interim Q1: lanh-dao van-phong
2024-03-19 final Q1: lanh-dao van-phong
# XIN has more time; BI was refused.
2024-03-19 reminder Q1: bi khong khong.cu khong.truong muon
2024-03-20 accepted Q1: bi muon
2024-03-20 reminder-by-hand Q1: khong
2024-03-21 chase Q1: lanh-dao van-phong
# Of the files that came on the 20th.
2024-03-21 correction Q1: lanh-dao van-phong
# XIN has until the 25th: its own reminder, two working days before.
2024-03-21 reminder Q1: khong khong.cu xin
2024-03-22 accepted Q1: xin
2024-03-25 correction Q1: lanh-dao van-phong
2024-03-26 final Q1: lanh-dao van-phong
2024-03-26 issued Q1: ban-dan-van
2024-03-27 hold-reminders Q1: khong
# Nobody reminds KHONG until that day; the office hears of it all the same.
2024-03-28 chase Q1: lanh-dao van-phong

2024-04-02 accepted Q1: dung
2024-04-03 correction Q1: lanh-dao van-phong
2024-04-04 chase Q1: lanh-dao van-phong
2024-04-04 reminder Q1: khong khong.cu
2024-04-11 chase Q1: lanh-dao van-phong
2024-04-11 reminder Q1: khong khong.cu
2024-04-19 chase Q1: lanh-dao van-phong
# The 18th is off; the last, since the period is locked after it.
2024-04-19 reminder Q1: khong khong.cu

# VAO has joined. The mail to HONG comes back.
2024-06-03 announcement 6T: bi dung hong khong khong.cu muon nil ra sua vao vps xin
2024-06-03 bounce of hong: lanh-dao van-phong
2024-06-04 accepted 6T: ra
2024-06-05 accepted 6T: dung
2024-06-06 nil 6T: lanh-dao nil van-phong
2024-06-07 accepted 6T: vao
2024-06-10 accepted 6T: sua
2024-06-10 interim 6T: lanh-dao van-phong
2024-06-11 return 6T: sua
2024-06-13 extension 6T: bi xin
2024-06-13 extension-request 6T: bi lanh-dao lanh-dao van-phong van-phong xin
# What was returned is owed: SUA. HONG's waits until its address is mended, on the 17th.
2024-06-14 reminder 6T: khong khong.cu muon sua
2024-06-17 accepted 6T: sua
2024-06-17 interim 6T: lanh-dao van-phong
2024-06-17 reminder 6T: hong
2024-06-17 undo 6T: bi
2024-06-18 accepted 6T: hong
2024-06-19 accepted 6T: bi
2024-06-19 final 6T: lanh-dao van-phong
# The address of KHONG has changed. XIN has time until the 25th; that of BI was taken back.
2024-06-19 reminder 6T: bi khong khong.moi khong.truong muon
2024-06-20 accepted 6T: muon
2024-06-20 correction 6T: lanh-dao van-phong
2024-06-21 chase 6T: lanh-dao van-phong
2024-06-21 correction 6T: lanh-dao van-phong
2024-06-21 reminder 6T: khong khong.moi xin
# The time of XIN was over on the 25th: the steps behind its own day.
2024-06-26 reminder 6T: xin
2024-06-28 chase 6T: lanh-dao van-phong
2024-06-28 reminder 6T: khong khong.moi xin

2024-07-01 accepted 6T: xin
2024-07-02 correction 6T: lanh-dao van-phong
2024-07-09 chase 6T: lanh-dao van-phong
# Missed on the 5th.
2024-07-09 reminder 6T: khong khong.moi
2024-07-12 chase 6T: lanh-dao van-phong
2024-07-12 reminder 6T: khong khong.moi
2024-07-19 chase 6T: lanh-dao van-phong
2024-07-19 reminder 6T: khong khong.moi

2024-08-05 guidance TK: khong muon nil
2024-08-07 nil TK: lanh-dao nil van-phong
2024-08-28 reminder TK: khong khong.moi muon
2024-08-29 accepted TK: muon

2024-09-03 accepted 9T: dung
# The period opened on a day off; DUNG has filed already.
2024-09-04 announcement 9T: bi hong khong khong.moi muon nil ra sua vao vps xin
2024-09-04 reminder TK: khong khong.moi khong.truong
2024-09-06 accepted 9T: vao
2024-09-06 chase TK: lanh-dao van-phong
2024-09-06 nil 9T: lanh-dao nil van-phong
2024-09-06 reminder TK: khong khong.moi
2024-09-09 accepted 9T: hong
2024-09-09 interim 9T: lanh-dao van-phong
2024-09-10 rejected 9T: sua
2024-09-12 accepted 9T: bi
2024-09-13 chase TK: lanh-dao van-phong
2024-09-13 reminder 9T+TK: khong khong.moi
# RA is asked until it leaves, on the 15th. Who owes two reports gets one mail.
2024-09-13 reminder 9T: muon ra sua xin
2024-09-16 accepted 9T: vps
2024-09-16 interim 9T: lanh-dao van-phong
2024-09-16 waive 9T: sua
2024-09-18 final 9T: lanh-dao van-phong
2024-09-18 reminder 9T: khong khong.moi khong.truong muon xin
2024-09-19 accepted 9T: muon
2024-09-20 chase 9T+TK: lanh-dao van-phong
2024-09-20 correction 9T: lanh-dao van-phong
2024-09-20 reminder 9T+TK: khong khong.moi
2024-09-20 reminder 9T: xin
2024-09-26 hold-reminders TK: khong
2024-09-27 chase 9T+TK: lanh-dao van-phong
# Of the review KHONG is not reminded until October.
2024-09-27 reminder 9T: khong khong.moi xin

2024-10-07 exclude-unit TK: khong
2024-10-14 chase 9T: lanh-dao van-phong
# Missed on the 4th and the 11th, as one. KHONG owes the review no more.
2024-10-14 reminder 9T: khong khong.moi xin
2024-10-18 chase 9T: lanh-dao van-phong
2024-10-18 reminder 9T: khong khong.moi xin
2024-10-21 extension 9T: xin
2024-10-22 accepted 9T: xin
# XIN was let in behind the lock.
2024-10-22 correction 9T: lanh-dao van-phong
2024-10-23 correction 9T: lanh-dao van-phong

2024-12-02 announcement CN: bi dung hong khong khong.moi muon nil sua vao vps xin
# Its clerk calls the mails spam: nothing goes there any more, the receipt of what the office typed neither.
2024-12-02 bounce of hong: lanh-dao van-phong
2024-12-03 accepted CN: vao
2024-12-04 accepted CN: dung
2024-12-05 nil CN: lanh-dao nil van-phong
2024-12-09 accepted CN: sua
2024-12-09 interim CN: lanh-dao van-phong
2024-12-10 accepted CN: xin
2024-12-11 accepted CN: bi
2024-12-12 exclude-version CN: bi
# BI owes again: its file was left out. It is let in again in the afternoon.
2024-12-13 reminder CN: bi khong khong.moi muon
2024-12-13 undo CN: bi
2024-12-16 interim CN: lanh-dao van-phong
2024-12-18 final CN: lanh-dao van-phong
2024-12-18 reminder CN: khong khong.moi khong.truong muon
2024-12-19 accepted CN: muon
2024-12-20 chase CN: lanh-dao van-phong
2024-12-20 correction CN: lanh-dao van-phong
2024-12-20 reminder CN: khong khong.moi
2024-12-26 hold-reminders CN: khong
2024-12-27 chase CN: lanh-dao van-phong
2024-12-30 undo CN: khong

2025-01-03 chase CN: lanh-dao van-phong
2025-01-03 reminder CN: khong khong.moi
2025-01-10 chase CN: lanh-dao van-phong
2025-01-10 reminder CN: khong khong.moi
2025-01-17 chase CN: lanh-dao van-phong
2025-01-17 reminder CN: khong khong.moi
`;

export const mailsOfTheYear: readonly string[] = table
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
