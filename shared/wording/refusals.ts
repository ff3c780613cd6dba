/** Why the portal refused a request, in the words of its answer's `message`. `{name}` is filled in. */
import { mostHours } from '../vocabulary/hours.ts';
import type { Text } from '../vocabulary/text.ts';

export const refusals = {
  LINK_MISSING: {
    vi: 'Chưa có mã truy cập. Hãy mở liên kết trong thư mời hoặc nhập mã in trong thư.',
    en: 'There is no access code. Open the link in your invitation, or type the code printed in it.',
  },
  LINK_INVALID: {
    vi: 'Liên kết hoặc mã này không đúng. Hãy mở lại thư mời mới nhất, hoặc hỏi {office}.',
    en: 'This link or code is not right. Open your latest invitation again, or ask {office}.',
  },
  LINK_REVOKED: {
    vi: 'Liên kết này đã bị thu hồi. Hãy hỏi {office} để nhận liên kết mới.',
    en: 'This link was revoked. Ask {office} for a new one.',
  },
  LINK_EXPIRED: {
    vi: 'Liên kết này đã hết hạn. Hãy mở thư mới nhất, hoặc hỏi {office} để nhận liên kết mới.',
    en: 'This link has expired. Open your latest mail, or ask {office} for a new one.',
  },
  LINK_LOOKS_ONLY: {
    vi: 'Liên kết trong biên nhận hoặc thông báo chỉ để xem. Muốn gửi hay khai báo, hãy mở liên kết trong thư mời hoặc thư nhắc, hoặc hỏi {office}.',
    en: 'The link of a receipt or a notice is for looking only. To send or declare, open the one in your invitation or a reminder, or ask {office}.',
  },
  LINK_OF_OTHER_DUTY: {
    vi: 'Liên kết trong thư này chỉ dùng cho kỳ báo cáo nêu trong thư, không dùng cho “{period}”. Hãy mở liên kết trong thư mời.',
    en: 'The link of this mail is good for the report it speaks of, not for “{period}”. Open the one in your invitation.',
  },
  LINK_OF_OFFICE: {
    vi: 'Liên kết này của văn phòng, không dùng để gửi báo cáo của đơn vị.',
    en: 'This link belongs to the office; units’ reports are not sent through it.',
  },
  LINK_OF_UNIT: {
    vi: 'Liên kết này của đơn vị, không mở được phần dành cho văn phòng.',
    en: 'This link belongs to a unit; it does not open what is the office’s.',
  },
  BODY_INVALID: {
    vi: 'Yêu cầu không đúng dạng: {problem}',
    en: 'The request is not as it should be: {problem}',
  },
  ROUTE_UNKNOWN: { vi: 'Không có địa chỉ này: {path}', en: 'There is no such address: {path}' },
  PERIOD_UNKNOWN: {
    vi: 'Đơn vị không có nghĩa vụ báo cáo nào mang mã “{period}”.',
    en: 'The unit owes no report with the code “{period}”.',
  },
  PERIOD_NOT_OPEN: {
    vi: 'Kỳ “{title}” mở nhận từ ngày {opens}.',
    en: '“{title}” opens on {opens}.',
  },
  PERIOD_LOCKED: {
    vi: 'Kỳ “{title}” đã khóa số liệu: chỉ nhận đến {lock}. Muốn gửi thêm, hãy xin mở khóa trên trang của đơn vị, hoặc liên hệ {office}.',
    en: '“{title}” is locked: files were taken to {lock}. To send anything more, ask for it to be unlocked on your unit’s page, or ask {office}.',
  },
  GUIDANCE_AWAITED: {
    vi: '“{title}” chưa có văn bản hướng dẫn nên chưa nhận báo cáo.',
    en: '“{title}” awaits its guidance, so nothing is taken yet.',
  },
  /** `receipt`, `reason`: of the version with the same bytes, and of the office's decision about it. */
  FILE_RETURNED: {
    vi: 'Tệp này giống hệt tệp đã bị yêu cầu chỉnh lý (biên nhận {receipt}). Lý do: “{reason}”. Hãy sửa báo cáo rồi gửi tệp đã sửa; nếu cần trao đổi, hãy liên hệ {office}.',
    en: 'This file is exactly the one that was returned for correction (receipt {receipt}). Reason: “{reason}”. Correct the report and send the corrected file; with questions, ask {office}.',
  },
  FILE_EXCLUDED: {
    vi: 'Tệp này giống hệt tệp đã được loại khỏi tổng hợp (biên nhận {receipt}). Lý do: “{reason}”. Hãy gửi tệp báo cáo khác; nếu cần trao đổi, hãy liên hệ {office}.',
    en: 'This file is exactly the one that was left out of the report (receipt {receipt}). Reason: “{reason}”. Send another file; with questions, ask {office}.',
  },
  FILE_NAME_INVALID: {
    vi: 'Tên tệp phải có từ 1 đến 255 ký tự và không chứa “/”, “\\” hay ký tự điều khiển. Hãy đổi tên tệp rồi gửi lại.',
    en: 'A file name has 1 to 255 characters and no “/”, “\\” or control characters. Rename the file and send it again.',
  },
  FILE_EMPTY: {
    vi: 'Tệp không có nội dung (0 byte). Hãy mở lại tệp, lưu rồi gửi lại.',
    en: 'The file is empty (0 bytes). Open it, save it and send it again.',
  },
  FILE_TOO_LARGE: {
    vi: 'Tệp lớn hơn 50 MB ({size} byte; tối đa {limit}). Hãy bỏ bớt ảnh hoặc tách phụ lục rồi gửi lại.',
    en: 'The file is larger than 50 MB ({size} bytes; at most {limit}). Remove pictures or split off appendices.',
  },
  HASH_INVALID: {
    vi: '“sha256” phải gồm đúng 64 ký tự thập lục phân viết thường.',
    en: '“sha256” must be exactly 64 lower-case hexadecimal characters.',
  },
  UPLOAD_UNKNOWN: {
    vi: 'Đơn vị không có lần gửi nào mang mã “{upload}”.',
    en: 'The unit has no upload with the id “{upload}”.',
  },
  FORM_UNKNOWN: {
    vi: 'Biểu mẫu chỉ có dạng .xlsx và .docx.',
    en: 'Forms come as .xlsx and .docx only.',
  },
  RUN_FILE_UNKNOWN: {
    vi: 'Không có báo cáo tổng hợp này.',
    en: 'There is no such consolidated report.',
  },
  FILE_NOT_COME: {
    vi: 'Tệp của lần gửi này chưa đến máy chủ nên chưa tải về được.',
    en: 'The file of this upload has not come, so there is nothing to download.',
  },
  FILE_ERASED: {
    vi: 'Tệp này đã được xoá ngày {day} vì hết thời hạn lưu giữ. Biên nhận và kết quả tiếp nhận vẫn còn.',
    en: 'This file was erased on {day}: the time for which it is kept is over. Its receipt and its verdict stay.',
  },
  ANNOTATED_NONE: {
    vi: 'Lần gửi này không có bản ghi chú lỗi. Hãy xem danh sách phát hiện trên trang.',
    en: 'There is no annotated file for this upload. See the list of findings on the page.',
  },
  TOO_MANY_CHECKS: {
    vi: 'Đang có quá nhiều lượt tra cứu biên nhận. Hãy thử lại sau một phút.',
    en: 'Too many receipts are being checked right now. Please try again in a minute.',
  },
  TOO_MANY_LOOKS: {
    vi: 'Liên kết này đang yêu cầu quá nhiều nội dung cùng một lúc (nhiều nhất {limit}). Hãy thử lại sau {seconds} giây.',
    en: 'Too much is being asked for with this link at once ({limit} at most). Please try again in {seconds} seconds.',
  },
  RECEIPT_UNKNOWN: {
    vi: 'Không có biên nhận nào mang số “{receipt}”. Hãy kiểm tra lại từng ký tự; biên nhận chỉ có sau khi tệp đã được đọc.',
    en: 'There is no receipt with the number “{receipt}”. Check every character; a receipt exists once the file has been read.',
  },
  TOO_MANY_UPLOADS: {
    vi: 'Đơn vị đã mở quá nhiều lần gửi trong một giờ ({limit}). Các tệp đã gửi không mất; có thể gửi tiếp từ {when}.',
    en: 'The unit has opened too many uploads within an hour ({limit}). What was sent is not lost; it goes on at {when}.',
  },
  TOO_MANY_DECLARATIONS: {
    vi: 'Đơn vị đã khai báo hoặc đề nghị quá nhiều lần cho kỳ này trong một giờ ({limit}). Những gì đã ghi nhận vẫn giữ nguyên; có thể làm tiếp từ {when}.',
    en: 'The unit has declared or asked too often for this period within an hour ({limit}). What was recorded stands; it goes on at {when}.',
  },
  TOO_MANY_BAD_FILES: {
    vi: 'Trong một giờ đã có quá nhiều tệp của đơn vị không đạt hoặc không đọc được ({limit}). Các tệp đã gửi không mất. Hãy kiểm tra tệp trên trang này trước khi gửi; có thể gửi tiếp từ {when}.',
    en: 'Too many of the unit’s files within an hour were rejected or not readable ({limit}). What was sent is not lost. Check the file on this page before sending it; it goes on at {when}.',
  },
  REASON_MISSING: {
    vi: 'Hãy ghi lý do (1 đến 1.000 ký tự).',
    en: 'Give a reason (1 to 1,000 characters).',
  },
  DAY_ASTRAY: {
    vi: 'Ngày {day} cách quá xa năm báo cáo {year}. Hãy kiểm tra lại năm đã gõ.',
    en: '{day} is far from the reports’ year {year}. Check the year that was typed.',
  },
  DATE_INVALID: {
    vi: '“until” phải là một ngày trong tương lai, dạng yyyy-mm-dd.',
    en: '“until” must be a day in the future, as yyyy-mm-dd.',
  },
  ROLE_READS: {
    vi: 'Liên kết này chỉ để xem. Muốn quyết định, hãy dùng liên kết của người được giao quyết định trong văn phòng.',
    en: 'This link only looks. To decide, use the link of somebody in the office who decides.',
  },
  CODE_NOT_FRESH: {
    vi: 'Báo cáo đã phát hành không thu lại được, nên phải nhập mã trên máy này trong vòng {minutes} phút trước khi phát hành. Mã của máy này đã nhập lâu hơn: hãy nhập mã mới.',
    en: 'An issued report cannot be called back, so a code has to have been entered on this device within {minutes} minutes. The last one is older: enter another.',
  },
  CODE_NEEDED: {
    vi: 'Để quyết định, hãy nhập mã 6 chữ số gửi tới địa chỉ thư của chính bạn.',
    en: 'To decide, enter the six-digit code that is mailed to your own address.',
  },
  CODE_NONE: {
    vi: 'Không còn mã nào dùng được: mã có hạn {minutes} phút và chỉ dùng một lần. Hãy yêu cầu mã mới.',
    en: 'No code can be used any more: a code is good for {minutes} minutes and once. Ask for another.',
  },
  CODE_WRONG: {
    vi: 'Mã không đúng. Hãy nhập lại 6 chữ số trong thư mới nhất.',
    en: 'The code is not right. Enter the six digits of the latest mail again.',
  },
  CODE_TRIES_SPENT: {
    vi: 'Đã nhập sai 5 lần nên mã này không dùng được nữa. Hãy yêu cầu mã mới.',
    en: 'Five wrong tries: this code can no longer be used. Ask for another.',
  },
  TOO_MANY_CODES: {
    vi: 'Đã yêu cầu {limit} mã trong một giờ. Hãy dùng mã trong thư đã nhận, hoặc chờ sang giờ sau.',
    en: '{limit} codes were asked for within an hour. Use one that has come, or wait for the next hour.',
  },
  PERIOD_NONE: {
    vi: 'Không có kỳ báo cáo nào mang mã “{period}”.',
    en: 'There is no period with the code “{period}”.',
  },
  UNIT_UNKNOWN: {
    vi: 'Không có đơn vị nào mang mã “{unit}”.',
    en: 'There is no unit with the code “{unit}”.',
  },
  UNIT_MISSING: {
    vi: 'Quyết định này phải nêu đơn vị.',
    en: 'This decision concerns one unit: name it.',
  },
  UNIT_OWES_NOT: {
    vi: 'Đơn vị {unit} không có nghĩa vụ nộp “{title}”.',
    en: 'The unit {unit} owes no “{title}”.',
  },
  DAY_MISSING: { vi: 'Hãy chọn ngày.', en: 'Name the day, as yyyy-mm-dd.' },
  EXTENSION_NO_MORE: {
    vi: 'Ngày {until} không cho thêm thời gian: đơn vị {unit} đã có hạn đến {due}. Hãy chọn từ ngày {from} trở đi.',
    en: '{until} gives no more time: the unit {unit} has until {due} already. Choose {from} or a later day.',
  },
  ALREADY_EXTENDED: {
    vi: 'Đơn vị {unit} đã được gia hạn đến {until}.',
    en: 'The unit {unit} has been given until {until} already.',
  },
  REQUEST_NONE: {
    vi: 'Đơn vị {unit} không có đề nghị gia hạn nào đang chờ.',
    en: 'No request of the unit {unit} for more time waits for an answer.',
  },
  RECEIPT_MISSING: {
    vi: 'Hãy nêu tệp bằng ít nhất 6 ký tự cuối của số biên nhận.',
    en: 'Name the version by at least the last six characters of its receipt.',
  },
  VERSION_UNKNOWN: {
    vi: 'Đơn vị {unit} không có (hoặc có nhiều hơn một) tệp có số biên nhận tận cùng là “{receipt}”.',
    en: 'The unit {unit} has no version, or more than one, whose receipt ends in “{receipt}”.',
  },
  VERSION_GONE: {
    vi: 'Tệp “{file}” đã bị trả lại hoặc đã bị loại.',
    en: 'The file “{file}” was returned or left out before.',
  },
  VERSION_NEVER_COUNTED: {
    vi: 'Tệp “{file}” chưa từng được tiếp nhận nên không cần trả lại hay loại.',
    en: 'The file “{file}” was never accepted, so there is nothing to return or leave out.',
  },
  ALREADY_EXCLUDED: {
    vi: 'Đơn vị {unit} đã được loại trừ khỏi kỳ này.',
    en: 'The unit {unit} owes nothing for this period already.',
  },
  REPORT_COUNTS: {
    vi: 'Đơn vị {unit} đã có báo cáo (hoặc khai không phát sinh) được tính cho kỳ này. Muốn thay, hãy trả lại hoặc loại tệp ấy trước.',
    en: 'Something of the unit {unit} counts for this period already. Return it or leave it out first.',
  },
  NOT_LATE: {
    vi: 'Đơn vị {unit} không có báo cáo nộp muộn nào đang được tính.',
    en: 'No late report of the unit {unit} counts.',
  },
  ALREADY_ACCEPTED: {
    vi: 'Báo cáo nộp muộn của đơn vị {unit} đã được chấp nhận.',
    en: 'The late report of the unit {unit} was accepted before.',
  },
  NOTHING_TO_WAIVE: {
    vi: 'Tệp “{file}” không có lỗi nào phải miễn.',
    en: 'The file “{file}” has no error to be waived.',
  },
  WAIVE_BEYOND_CHECKS: {
    vi: 'Không thể miễn cho tệp “{file}”: có lỗi không phải là phép kiểm của chế độ báo cáo. {problem}',
    en: 'The file “{file}” cannot be let through: one of its errors is none of the regime’s checks. {problem}',
  },
  GUIDANCE_FOR_ALL: {
    vi: 'Hướng dẫn áp dụng cho mọi đơn vị.',
    en: 'Guidance concerns every unit; name none.',
  },
  GUIDANCE_NOT_AWAITED: {
    vi: 'Kỳ {period} có hạn riêng, không chờ văn bản hướng dẫn.',
    en: '{period} has its own deadline and awaits no guidance.',
  },
  CONTACT_UNCHANGED: {
    vi: 'Địa chỉ và điện thoại này đang được dùng; không có gì thay đổi.',
    en: 'This address and telephone number are in use already; nothing would change.',
  },
  EMAIL_INVALID: {
    vi: 'Địa chỉ thư chưa đúng. Ví dụ: phong.qldd@stnmt.langson.gov.vn.',
    en: 'This is no mail address, such as unit@example.gov.vn.',
  },
  TITLE_TAKEN: {
    vi: 'Đã có kỳ báo cáo mang tên “{title}”: tệp gửi về sẽ không biết là của kỳ nào. Hãy đặt tên khác, ví dụ thêm ngày, tháng.',
    en: 'There is a report named “{title}” already: of a file nobody would know which it is. Choose another title, with a day or a month in it.',
  },
  TITLE_MISSING: {
    vi: 'Hãy ghi tên báo cáo (tối đa 200 ký tự).',
    en: 'Give the report a title (at most 200 characters).',
  },
  AMENDMENT_UNKNOWN: { vi: 'Không có thay đổi này.', en: 'There is no such change.' },
  DECISION_UNKNOWN: {
    vi: 'Không có quyết định này trong hồ sơ của đơn vị {unit}.',
    en: 'There is no such decision about the unit {unit}.',
  },
  DECISION_GONE: {
    vi: 'Quyết định này đã được thu hồi trước đó.',
    en: 'This decision was taken back before.',
  },
  REQUEST_NOT_UNDONE: {
    vi: 'Đề nghị của đơn vị không thu hồi được; hãy đồng ý hoặc từ chối.',
    en: 'A unit’s request is not taken back; grant or refuse it.',
  },
  TOO_MANY_MENDS: {
    vi: 'Hôm nay đã báo {limit} lần rằng địa chỉ này nhận được thư mà thư vẫn bị trả. Hãy nhờ người khác trong văn phòng, hoặc đổi địa chỉ.',
    en: 'It was said {limit} times today that mail arrives there, and it came back. Ask somebody else of the office, or have the address changed.',
  },
  FIGURES_REASON_MISSING: {
    vi: 'Bản đã sửa có {count} chỗ đổi, bỏ hoặc thêm số liệu so với dự thảo. Hãy ghi lý do sửa số liệu.',
    en: 'In {count} places the corrected file changes, strikes or adds figures. Say why.',
  },
  DOUBTS_UNANSWERED: {
    vi: 'Còn {count} điểm nghi ngờ chưa có lời giải đáp. Hãy ghi mỗi điểm một lời: đã hỏi ai, đã sửa hay vì sao vẫn đúng.',
    en: '{count} doubts are not answered. Say of each whom you asked, what was mended, or why it is right.',
  },
  LACKING_REASON_MISSING: {
    vi: 'Tệp đã ký thiếu {count} trong {all} đoạn của văn bản trình ký. Hãy chọn đúng tệp, hoặc ghi lý do vẫn phát hành tệp này.',
    en: 'The signed file lacks {count} of the {all} passages that were to be signed. Choose the right file, or say why this one is issued.',
  },
  EXTENSION_NEEDLESS: {
    vi: 'Đơn vị {unit} đã nộp, khai không phát sinh hoặc được loại trừ: không cần gia hạn.',
    en: 'The unit {unit} has filed, has nothing to report or was left out: it needs no more time.',
  },
  PROLONG_NEEDLESS: {
    vi: 'Đơn vị {unit} đã nộp đúng hạn, khai không phát sinh hoặc được loại trừ: không cần lùi hạn.',
    en: 'The unit {unit} filed in time, has nothing to report or was left out: it needs no more hours.',
  },
  PROLONG_OVER: {
    vi: 'Đơn vị {unit}: hạn mới {due} đã qua và tình trạng của đơn vị không thay đổi. Hãy ghi số giờ nhiều hơn.',
    en: 'The unit {unit}: its new deadline {due} has passed, and what it stands at would not change. Give more hours.',
  },
  PRESS_USED: {
    vi: 'Lần lùi hạn này đã được ghi với {hours} giờ. Muốn lùi thêm, hãy mở lại cửa sổ và làm lần mới.',
    en: 'This giving is on record with {hours} hours. To give more, begin a new one, by another name.',
  },
  PRESS_TAKEN_BACK: {
    vi: 'Đơn vị {unit}: {hours} giờ của lần lùi hạn này đã được thu hồi lúc {at}, nay không còn hiệu lực. Muốn lùi lại, hãy mở lại cửa sổ và làm lần mới.',
    en: 'The unit {unit}: the {hours} hours of this giving were taken back at {at} and do not hold any more. To give them again, begin a new one, by another name.',
  },
  HOURS_MISSING: {
    vi: `Hãy ghi số giờ lùi hạn: số nguyên từ 1 đến ${mostHours}. Nhiều hơn thì dùng gia hạn đến một ngày.`,
    en: `Give the hours as a whole number from 1 to ${mostHours}. For more, extend the time to a day.`,
  },
  NOT_OWING: {
    vi: '{unit} không còn nợ kỳ này, nên không nhắc.',
    en: '{unit} does not owe this period any more, and is not reminded.',
  },
  HOLD_NEEDLESS: {
    vi: 'Đơn vị {unit} không nhận thư nhắc nào về kỳ này (đã nộp, được loại trừ hoặc không thuộc diện nhắc): không có gì để dừng.',
    en: 'The unit {unit} gets no reminder of this period (it has filed, was left out, or is never reminded): there is nothing to stop.',
  },
  HOLD_OVER: {
    vi: 'Đơn vị {unit}: ngày {until} đã qua. Hãy chọn từ ngày {from} trở đi.',
    en: 'The unit {unit}: {until} has passed. Choose {from} or later.',
  },
  ALREADY_HELD: {
    vi: 'Đã dừng nhắc đơn vị {unit} đến hết ngày {until}.',
    en: 'The unit {unit} is not reminded until the end of {until} already.',
  },
  REMINDERS_HELD: {
    vi: 'Văn phòng đã dừng nhắc {unit} đến hết ngày {until}. Muốn nhắc, hãy thu hồi quyết định ấy trên trang của đơn vị.',
    en: 'The office does not remind {unit} until the end of {until}. Take that back on the unit’s page to remind it.',
  },
  NOBODY_OWES: {
    vi: 'Kỳ {period} không còn đơn vị nào nợ báo cáo, nên không cần công văn đôn đốc.',
    en: 'Nobody owes {period} any more, so nobody is urged.',
  },
  REMINDED_TODAY: {
    vi: 'Hôm nay đã gửi thư nhắc {unit}; mỗi ngày nhiều nhất một thư.',
    en: '{unit} was reminded today; it gets one such mail a day.',
  },
  ADDRESS_BOUNCED: {
    vi: 'Thư gửi {unit} ({address}) bị trả lại. Hãy sửa địa chỉ, hoặc báo địa chỉ đã nhận được thư, rồi gửi.',
    en: 'Mail to {unit} ({address}) does not arrive. Change the address, or say that it works again, then send.',
  },
  LINKS_STOPPED: {
    vi: 'Liên kết của {unit} đã bị thu hồi; chỉ quản trị cấp lại được.',
    en: 'The links of {unit} were revoked; an admin alone can give one again.',
  },
  TOO_MANY_LINKS: {
    vi: 'Hôm nay đã gửi ba liên kết cho {unit}. Hãy xem thư rác của đơn vị, hoặc đợi đến mai.',
    en: 'Three links were sent to {unit} today. Look into its spam folder, or wait until tomorrow.',
  },
  NOT_BOUNCED: {
    vi: 'Địa chỉ này của {unit} không bị trả thư, nên không cần sửa.',
    en: 'Mail to this address of {unit} does not come back; there is nothing to mend.',
  },
  NOTE_MISSING: {
    vi: 'Hãy ghi nội dung (1 đến 1.000 ký tự).',
    en: 'Write the note (1 to 1,000 characters).',
  },
  DRAFT_NONE: {
    vi: 'Kỳ {period} chưa có dự thảo báo cáo nào để phát hành.',
    en: 'No draft of the report of {period} was drawn up yet.',
  },
  DRAFT_HOLDS: {
    vi: 'Dự thảo lần {edition} vẫn đúng với những gì đã nộp: chưa cần lập dự thảo mới.',
    en: 'Draft {edition} still says what is filed: no other is needed.',
  },
  DRAFT_GOES_BACK: {
    vi: 'Dự thảo lần {edition} đang được thu hồi theo yêu cầu của {who} lúc {at}, không phát hành được nữa; chưa gửi gì. Hãy mở lại trang này sau ít phút; nếu dự thảo vẫn còn, hãy bấm “Thu hồi dự thảo” lần nữa.',
    en: 'Draft {edition} is being taken back, as {who} asked at {at}; it cannot be issued any more, and nothing was sent. Open this page again in a few minutes; should the draft still be there, press “Take the draft back” again.',
  },
  DRAFT_WAITS: {
    vi: 'Đang đọc {count} tệp vừa nhận; hãy thử lại sau vài phút để dự thảo có cả các tệp ấy.',
    en: '{count} files have just come and are being read; try again in a few minutes, so that the draft holds them.',
  },
  DRAFT_NOT_BUILT: {
    vi: 'Dự thảo đang được soạn cùng thư gửi Văn phòng; hãy thử lại sau vài phút.',
    en: 'The draft is written with the first mail about it; try again in a few minutes.',
  },
  NOBODY_ABOVE: {
    vi: 'Chế độ báo cáo chưa khai nơi nhận cấp trên nào.',
    en: 'The regime names no recipient above the office.',
  },
  ALREADY_ISSUED: {
    vi: 'Dự thảo lần {edition} đã được phát hành: số {number} ngày {day}. Muốn gửi bản khác, hãy lập dự thảo tiếp theo.',
    en: 'Draft {edition} was issued as {number} of {day}. To send another, have the next draft drawn up.',
  },
  SENT_UNSIGNED: {
    vi: 'Dự thảo lần {edition} đã gửi khi chưa có chữ ký tới {to}; chưa phát hành gì. Muốn gửi bản có chữ ký, hãy lập dự thảo tiếp theo.',
    en: 'Draft {edition} was sent unsigned to {to} before, and nothing was issued. To send a signed one, have the next draft drawn up.',
  },
  ISSUE_CHANGED: {
    vi: 'Đã có thay đổi sau khi anh/chị xem; chưa gửi gì. Hãy xem lại trang này rồi phát hành.',
    en: 'Something has changed since this was shown, and nothing was sent. Look again, then issue it.',
  },
  ISSUE_NOT_OPEN: {
    vi: 'Chưa phát hành được {period}: kỳ báo cáo chưa bắt đầu.',
    en: '{period} cannot be issued: the period has not opened yet.',
  },
  ISSUE_NOBODY_FILED: {
    vi: 'Chưa phát hành được {period}: chưa đơn vị nào có báo cáo được tính hoặc khai không phát sinh.',
    en: '{period} cannot be issued: nobody has filed anything that counts.',
  },
  NUMBER_INVALID: {
    vi: 'Hãy ghi số, ký hiệu, ví dụ 125/BC-STNMT (không quá 60 ký tự).',
    en: 'Give the number of the document, such as 125/BC-STNMT (at most 60 characters).',
  },
  SIGNER_INVALID: {
    vi: 'Hãy ghi họ tên người ký; ký thay, thừa lệnh, thừa ủy quyền thì ghi cả hình thức ký và chức vụ (mỗi mục không quá 100 ký tự).',
    en: 'Give the name of who signed; form and title too, both of them, of who signed in the head’s place (at most 100 characters each).',
  },
  NUMBER_USED: {
    vi: 'Số {number} là của báo cáo đã phát hành trước; bản thay thế cần số mới.',
    en: 'The report issued before bears the number {number}; this one needs another.',
  },
  RECEIVED_AHEAD: {
    vi: 'Ngày nhận {day} chưa tới. Hãy chọn hôm nay ({today}) hoặc ngày trước đó.',
    en: 'The day of receipt {day} has not come. Choose today ({today}) or an earlier day.',
  },
  SIGNED_DAY_INVALID: {
    vi: 'Ngày ký phải từ ngày lập dự thảo ({from}) đến hôm nay ({to}).',
    en: 'The day must lie between the one on which the draft was drawn up ({from}) and today ({to}).',
  },
  SIGNED_FILE_NOT_COME: {
    vi: 'Tệp “{file}” chưa tải lên trọn vẹn; hãy chọn và tải lại.',
    en: 'The file “{file}” has not come whole; choose it and send it again.',
  },
  SIGNED_IS_DRAFT: {
    vi: 'Bản đã ký còn dòng của dự thảo: “{line}”. Hãy bỏ dòng này trong bản trình ký, ký lại rồi tải tệp PDF mới lên.',
    en: 'The signed file still has a line of the draft: “{line}”. Strike it, sign again and send the new PDF.',
  },
  SIGNED_ACTS: {
    vi: 'Tệp PDF đã ký có mã lệnh, lệnh mở chương trình hoặc tệp khác kèm bên trong nên không gửi lên trên được. Hãy xuất lại PDF từ bản Word (hoặc quét lại), ký lại rồi tải lên.',
    en: 'The signed PDF holds a script, a command that starts a program, or another file, and does not go upward so. Export it from Word again (or scan it), sign it and send it anew.',
  },
  SIGNED_NOT_OPENED: {
    vi: 'Tệp PDF đã ký không mở được: tệp hỏng hoặc có mật khẩu, nơi nhận cũng không đọc được. Hãy quét hoặc xuất lại bản đã ký, không đặt mật khẩu.',
    en: 'The signed PDF cannot be opened: it is damaged or has a password, and whoever gets it could not read it either. Scan or export it again, without a password.',
  },
  SIGNED_NOT_EXAMINED: {
    vi: 'Tệp PDF đã ký quá nhiều trang hoặc quá phức tạp nên chưa kiểm tra được bên trong có mã lệnh hay tệp kèm không; tệp chưa kiểm tra thì không gửi lên trên. Hãy quét bản đã ký thành PDF (mỗi trang một ảnh, nhiều nhất 500 trang) rồi tải lại; nếu vừa quét xong, hãy thử lại sau ít phút.',
    en: 'The signed PDF has so many pages, or is so intricate, that it could not be looked into for scripts and attached files, and nothing goes upward that was not. Scan the signed report to a PDF (a picture a page, at most 500 pages) and send it anew; if it is a scan, try again in a few minutes.',
  },
  SIGNED_NOT_PDF: {
    vi: 'Tệp “{file}” không phải tệp PDF nguyên vẹn. Hãy quét hoặc xuất lại bản đã ký thành PDF.',
    en: 'The file “{file}” is no whole PDF. Scan or export the signed report as a PDF again.',
  },
  SIGNED_TOO_LARGE: {
    vi: 'Tệp lớn hơn 7 MB nên không gửi kèm thư được. Hãy quét lại ở 200 dpi, đen trắng.',
    en: 'The file is larger than 7 MB, which no mail takes. Scan it again at 200 dpi, in black and white.',
  },
  CORRECTED_NOT_WORD: {
    vi: 'Tệp “{file}” không phải bản Word (.docx) mở được. Hãy sửa trên chính bản dự thảo rồi lưu lại dạng .docx.',
    en: 'The file “{file}” is no Word file (.docx) that can be opened. Correct the draft itself and save it as .docx.',
  },
  CORRECTED_TOO_LONG: {
    vi: 'Tệp “{file}” dài hơn dự thảo nhiều lần nên không thể là dự thảo đã sửa. Hãy chọn lại tệp.',
    en: 'The file “{file}” is many times as long as the draft, so it cannot be the corrected draft. Choose the file again.',
  },
  FAULT: {
    vi: 'Hệ thống gặp sự cố; tệp và thông tin đã gửi không mất. Hãy thử lại sau ít phút.',
    en: 'The system has a fault; nothing that was sent is lost. Try again in a few minutes.',
  },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusals;
