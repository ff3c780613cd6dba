/** The words of the mail that tells the office of a draft taken back. `{name}` marks what is filled in. */

export const draftMail = {
  subject: '[{regime}] Thu hồi dự thảo lần {edition}: {title}',
  title: { vi: 'Dự thảo đã được thu hồi', en: 'A draft was taken back' },
  text: {
    vi: 'Dự thảo lần {edition} của “{title}” đã được thu hồi trước khi ký. Đề nghị không trình ký, không phát hành bản đã nhận qua thư.',
    en: 'Draft {edition} of “{title}” was taken back before it was signed. Please neither sign nor issue the one that was mailed.',
  },
  next: {
    vi: 'Lập dự thảo mới trên trang của Văn phòng, mục “Phát hành báo cáo”. Các tệp của bản thu hồi vẫn được lưu.',
    en: 'Another is drawn up on the office’s page, under “Issue the report”. The files of the one taken back are kept.',
  },
  by: { vi: 'Người thu hồi', en: 'By' },
  at: { vi: 'Thời điểm', en: 'At' },
  reason: { vi: 'Lý do', en: 'Reason' },
} as const;
