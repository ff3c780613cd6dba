/** The words of mails about what the office changed in a regime by itself. `{name}` marks what is filled in. */

export const amendmentMail = {
  contact: {
    subject: '[{regime}] Đã đổi nơi nhận thư của {unit}',
    title: { vi: 'Đã đổi nơi nhận thư của đơn vị', en: 'Where your unit is reached has changed' },
    text: {
      vi: 'Văn phòng đã ghi: từ nay thư về báo cáo của {unit} gửi đến {email}; điện thoại: {phone}.',
      en: 'The office recorded that mail about the reports of {unit} now goes to {email}; telephone: {phone}.',
    },
  },
  /** Its address stays as it was. */
  phone: {
    subject: '[{regime}] Đã ghi số điện thoại của {unit}',
    title: { vi: 'Đã ghi số điện thoại của đơn vị', en: 'Your unit’s telephone number was recorded' },
    text: {
      vi: 'Văn phòng đã ghi số điện thoại của {unit}: {phone}. Địa chỉ nhận thư {email} không đổi.',
      en: 'The office recorded the telephone number of {unit}: {phone}. Mail about the reports of the unit goes to {email}, as before.',
    },
  },
  withdrawn: {
    subject: '[{regime}] Thu hồi yêu cầu báo cáo: {title}',
    title: { vi: 'Không còn phải gửi báo cáo này', en: 'This report is no longer asked for' },
    text: {
      vi: 'Văn phòng đã thu hồi yêu cầu báo cáo đột xuất “{title}”. Đơn vị không phải gửi nữa; tệp đã gửi vẫn được lưu.',
      en: 'The office withdrew its request for the report “{title}”. It need not be sent any more; what was sent is kept.',
    },
  },
  changed: {
    subject: '[{regime}] Đã ghi nhận: nơi nhận thư của {unit}',
    title: { vi: 'Đã đổi nơi nhận thư của đơn vị', en: 'Where a unit is reached has changed' },
    text: {
      vi: '{unit} nay nhận thư tại {email}; điện thoại: {phone}. Các liên kết cũ hết hiệu lực; liên kết mới gửi đến địa chỉ mới.',
      en: '{unit} is now reached at {email}; telephone: {phone}. The links sent before end; a new one goes to the new address.',
    },
  },
  changedPhone: {
    subject: '[{regime}] Đã ghi nhận: số điện thoại của {unit}',
    title: { vi: 'Đã ghi số điện thoại của đơn vị', en: 'A unit’s telephone number was recorded' },
    text: {
      vi: 'Điện thoại của {unit} nay là: {phone}. Địa chỉ nhận thư {email} và các liên kết không đổi.',
      en: 'The telephone number of {unit} is now {phone}. The unit keeps its address {email}, and each of its links is as good as before.',
    },
  },
  dutyOpened: {
    subject: '[{regime}] Đã giao báo cáo đột xuất: {title}',
    title: { vi: 'Đã giao báo cáo đột xuất', en: 'A report was asked for' },
    text: {
      vi: '“{title}”, hạn hết ngày {due}, đã giao cho {told} đơn vị; mỗi đơn vị nhận thư có liên kết và biểu mẫu.',
      en: '“{title}”, due by the end of {due}, was asked of {told} units; each gets a mail with a link and the form.',
    },
  },
  dutyWithdrawn: {
    subject: '[{regime}] Đã thu hồi báo cáo đột xuất: {title}',
    title: { vi: 'Đã thu hồi báo cáo đột xuất', en: 'A report is no longer asked for' },
    text: {
      vi: '“{title}” đã được thu hồi; {told} đơn vị được báo. Tệp đã gửi vẫn được lưu.',
      en: '“{title}” was withdrawn; {told} units were told. What was sent is kept.',
    },
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  at: { vi: 'Thời điểm ghi', en: 'Recorded' },
  notYou: {
    vi: 'Nếu thấy không đúng, hãy trả lời thư này ngay.',
    en: 'If this is not right, answer this mail at once.',
  },
} as const;
