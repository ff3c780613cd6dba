/** Why a file cannot be opened, told to the unit that sent it: one entry for each code of UnreadableFile. */
import type { UnreadableCode } from '../vocabulary/finding.ts';
import { allFormats } from '../vocabulary/formats.ts';
import type { Text } from '../vocabulary/text.ts';
import { type FindingWords, findingWords } from './finding-words.ts';

const t = (vi: string, en: string): Text => ({ vi, en });

const saveAgain = t(
  'Đề nghị mở tệp gốc bằng Excel hoặc Word, chọn Tệp > Lưu thành (Save As), định dạng .xlsx hoặc .docx, rồi gửi tệp mới.',
  'Please open the original in Excel or Word, choose File > Save As, format .xlsx or .docx, and send the new file.',
);

const reasons: Readonly<Record<UnreadableCode, { message: Text; fix: Text }>> = {
  FILE_UNKNOWN: {
    message: t(
      `Tệp không phải là bảng tính hay văn bản đọc được (${allFormats}), dù phần đuôi tên tệp có thể ghi như vậy.`,
      `The file is no workbook or document that can be read (${allFormats}), whatever its name says.`,
    ),
    fix: saveAgain,
  },
  FILE_EMPTY: {
    message: t('Tệp rỗng, không có nội dung.', 'The file is empty.'),
    fix: t(
      'Đề nghị mở tệp trên máy để kiểm tra, lưu lại rồi gửi lại.',
      'Please open the file on your machine, check it, save it and send it again.',
    ),
  },
  ZIP_DAMAGED: {
    message: t(
      'Tệp bị hỏng hoặc bị cắt cụt khi sao chép, tải lên.',
      'The file is damaged, or was cut short when it was copied.',
    ),
    fix: t(
      'Đề nghị mở tệp gốc; nếu mở được thì lưu lại thành tệp mới và gửi; nếu không, dùng bản sao khác.',
      'Please open the original; if that works, save it as a new file and send that; if not, use another copy.',
    ),
  },
  ZIP_TOO_LARGE: {
    message: t(
      'Nội dung bên trong tệp lớn bất thường so với một báo cáo, nên không được mở.',
      'What is inside the file is far larger than any report, so it was not opened.',
    ),
    fix: t(
      'Đề nghị chép riêng biểu và lời văn sang tệp mới (xóa dòng, cột trống thừa và ảnh lớn) rồi gửi lại.',
      'Please copy the form and the text into a new file (without surplus empty rows and large pictures) and send that.',
    ),
  },
  FILE_ENCRYPTED: {
    message: t(
      'Tệp được đặt mật khẩu nên không đọc được.',
      'The file is protected by a password and cannot be read.',
    ),
    fix: t(
      'Đề nghị bỏ mật khẩu (Tệp > Thông tin > Bảo vệ > Mã hóa bằng mật khẩu, xóa mật khẩu), lưu và gửi lại; với PDF, đề nghị xuất lại tệp không đặt mật khẩu.',
      'Please remove the password (File > Info > Protect > Encrypt with Password, clear it), save and send it again; a PDF, please export anew without one.',
    ),
  },
  ZIP_NOT_A_REPORT: {
    message: t(
      `Tệp nén này không chứa đúng một báo cáo đọc được (${allFormats}).`,
      `This archive does not hold exactly one report that can be read (${allFormats}).`,
    ),
    fix: t(
      'Đề nghị gửi trực tiếp tệp .xlsx hoặc .docx; nếu nén thành .zip thì chỉ để một báo cáo trong đó.',
      'Please send the .xlsx or .docx itself, or a .zip with that one report alone.',
    ),
  },
  XML_REFUSED: {
    message: t(
      'Nội dung bên trong tệp không đúng chuẩn hoặc không an toàn, nên không được mở.',
      'What is inside the file is not well-formed or not safe, so it was not opened.',
    ),
    fix: saveAgain,
  },
  OLD_WORD_FORMAT: {
    message: t(
      'Tệp ở định dạng Word cũ (.doc, Word 97–2003). Tệp đã được lưu, nhưng hệ thống không đọc được số liệu trong đó.',
      'The file is of the old Word format (.doc, Word 97–2003). It is kept, but no figures can be read from it.',
    ),
    fix: t(
      'Lưu lại thành .docx: (1) mở tệp bằng Word; (2) chọn Tệp > Lưu thành (File > Save As), hoặc nhấn F12; (3) ở ô "Lưu dưới dạng" (Save as type) chọn "Tài liệu Word (*.docx)" (Word Document); (4) nhấn Lưu; nếu Word hỏi về nâng cấp định dạng thì nhấn OK; (5) gửi tệp .docx vừa lưu. Với LibreOffice: Tệp > Lưu bằng tên khác, chọn "Word 2007–365 (.docx)".',
      'Save it as .docx: (1) open the file in Word; (2) choose File > Save As, or press F12; (3) under "Save as type" choose "Word Document (*.docx)"; (4) press Save, and OK where Word asks about the newer format; (5) send the .docx. In LibreOffice: File > Save As, "Word 2007–365 (.docx)".',
    ),
  },
  WEB_PAGE: {
    message: t(
      'Tệp thực ra là một trang web (HTML), dù tên tệp có thể ghi .xls hoặc .xlsx; một số phần mềm xuất báo cáo theo cách này.',
      'The file really is a web page (HTML), although its name may say .xls or .xlsx; some programs export reports so.',
    ),
    fix: t(
      'Đề nghị mở tệp bằng Excel (nếu Excel cảnh báo về định dạng thì chọn Có), chọn Tệp > Lưu thành (Save As), kiểu "Sổ làm việc Excel (*.xlsx)", rồi gửi tệp mới.',
      'Please open the file in Excel (choose Yes where it warns of the format), choose File > Save As, type "Excel Workbook (*.xlsx)", and send the new file.',
    ),
  },
  OTHER_ARCHIVE: {
    message: t(
      'Tệp là tệp nén (.rar, .7z hoặc tương tự); hệ thống không mở được loại tệp nén này.',
      'The file is an archive (.rar, .7z or the like) of a kind that cannot be opened here.',
    ),
    fix: t(
      'Đề nghị giải nén (nhấn chuột phải vào tệp, chọn Giải nén hoặc Extract) rồi gửi tệp báo cáo .xlsx hoặc .docx ở bên trong.',
      'Please unpack it (right-click the file, choose Extract) and send the .xlsx or .docx that is inside.',
    ),
  },
  LINK: {
    message: t(
      'Tệp chỉ là một đường dẫn (lối tắt, tệp của Google Drive), không chứa nội dung báo cáo.',
      'The file only holds the address of another one (a shortcut, a stub of Google Drive), not the report itself.',
    ),
    fix: t(
      'Đề nghị mở báo cáo theo đường dẫn đó; với Google Trang tính hoặc Tài liệu chọn Tệp > Tải xuống > Microsoft Excel (.xlsx) hoặc Microsoft Word (.docx), rồi gửi tệp tải về.',
      'Please open the report at that address; in Google Sheets or Docs choose File > Download > Microsoft Excel (.xlsx) or Microsoft Word (.docx), and send the file that comes.',
    ),
  },
  MAIL: {
    message: t(
      'Tệp là một thư điện tử đã lưu (.eml, .msg), không phải báo cáo.',
      'The file is a mail that was saved (.eml, .msg), not a report.',
    ),
    fix: t(
      'Đề nghị mở thư, lưu tệp báo cáo đính kèm (.xlsx, .docx) xuống máy rồi gửi tệp đó; nếu báo cáo nằm trong nội dung thư thì chép sang biểu mẫu.',
      'Please open the mail, save the report attached to it (.xlsx, .docx) and send that; where the report is in the text of the mail, copy it into the form.',
    ),
  },
  LOCK_FILE: {
    message: t(
      'Đây là tệp tạm (tên bắt đầu bằng "~$" hoặc ".~lock") do Excel, Word tự tạo khi đang mở báo cáo, không có nội dung báo cáo.',
      'This is a temporary file (its name begins with "~$" or ".~lock") that Excel or Word keeps while a report is open; nothing of the report is in it.',
    ),
    fix: t(
      'Đề nghị lưu và đóng báo cáo trong Excel, Word rồi gửi tệp cùng tên không có "~$" ở đầu.',
      'Please save and close the report, and send the file of the same name without "~$" before it.',
    ),
  },
  APPLE_FILE: {
    message: t(
      'Tệp ở định dạng Pages hoặc Numbers của máy Apple; hệ thống không đọc được định dạng này.',
      'The file is of Pages or Numbers on an Apple computer, which cannot be read here.',
    ),
    fix: t(
      'Đề nghị mở tệp bằng Pages hoặc Numbers, chọn Tệp > Xuất sang (File > Export To) > Word hoặc Excel, rồi gửi tệp .docx hoặc .xlsx.',
      'Please open it in Pages or Numbers, choose File > Export To > Word or Excel, and send the .docx or .xlsx.',
    ),
  },
  BINARY_WORKBOOK: {
    message: t(
      'Tệp là sổ làm việc Excel dạng nhị phân (.xlsb); hệ thống không đọc được định dạng này.',
      'The file is a workbook in the binary form of Excel (.xlsb), which cannot be read here.',
    ),
    fix: t(
      'Đề nghị mở tệp bằng Excel, chọn Tệp > Lưu thành (Save As), kiểu "Sổ làm việc Excel (*.xlsx)", rồi gửi tệp mới.',
      'Please open it in Excel, choose File > Save As, type "Excel Workbook (*.xlsx)", and send the new file.',
    ),
  },
  PRESENTATION: {
    message: t(
      'Tệp là bản trình chiếu (PowerPoint), không phải báo cáo.',
      'The file is a presentation (PowerPoint), not a report.',
    ),
    fix: t(
      'Đề nghị điền số liệu và lời văn vào biểu mẫu tải từ trang nộp báo cáo (.xlsx hoặc .docx) rồi gửi tệp đó.',
      'Please fill figures and text into the form from the page (.xlsx or .docx) and send that.',
    ),
  },
  RECORDING: {
    message: t(
      'Tệp là bản ghi âm hoặc video, không phải báo cáo.',
      'The file is a recording of sound or video, not a report.',
    ),
    fix: t(
      'Có thể đã chọn nhầm tệp: đề nghị chọn lại tệp báo cáo .xlsx hoặc .docx rồi gửi.',
      'Perhaps the wrong file was chosen: please choose the report (.xlsx or .docx) and send it.',
    ),
  },
  PROGRAM_FILE: {
    message: t(
      'Tệp thuộc về một phần mềm khác (tên ghi ở phần "đã thấy"), không phải bảng tính Excel hay văn bản Word.',
      'The file belongs to another program (named as found); it is no workbook of Excel and no document of Word.',
    ),
    fix: t(
      'Đề nghị chọn và gửi tệp báo cáo gốc (.xlsx hoặc .docx). Nếu báo cáo chỉ có trong phần mềm đó thì mở bằng phần mềm đó, xuất sang Excel hoặc Word, hoặc chép số liệu vào biểu mẫu tải từ trang nộp báo cáo.',
      'Please choose the report itself (.xlsx or .docx) and send it. If it is only in that program, open it there and export it to Excel or Word, or copy the figures into the form from the page.',
    ),
  },
  SYSTEM_FILE: {
    message: t(
      'Đây là tệp ẩn do máy tính tự tạo trong thư mục, không có nội dung báo cáo.',
      'This is a hidden file that the computer keeps in a folder; nothing of the report is in it.',
    ),
    fix: t(
      'Đề nghị chọn lại tệp báo cáo .xlsx hoặc .docx nằm cùng thư mục rồi gửi.',
      'Please choose the report (.xlsx or .docx) in the same folder and send that.',
    ),
  },
  XML_DATA: {
    message: t(
      'Tệp là dữ liệu XML (ví dụ Excel, Word đời 2003 lưu dạng XML, hoặc phần mềm khác xuất ra); hệ thống không đọc được dạng này.',
      'The file is XML (as Excel and Word of 2003 save it, or another program exports it), which cannot be read here.',
    ),
    fix: t(
      'Đề nghị mở tệp bằng Excel hoặc Word, chọn Tệp > Lưu thành (Save As), kiểu .xlsx hoặc .docx, rồi gửi tệp mới; nếu không mở được thì chép số liệu vào biểu mẫu tải từ trang nộp báo cáo.',
      'Please open the file in Excel or Word, choose File > Save As, type .xlsx or .docx, and send the new file; where it does not open, copy the figures into the form from the page.',
    ),
  },
  PLAIN_TEXT: {
    message: t(
      'Tệp chỉ có chữ (như tệp .txt soạn bằng Notepad), không có biểu số liệu.',
      'The file is text alone (as a .txt of Notepad), without a table of figures.',
    ),
    fix: t(
      'Đề nghị chép nội dung báo cáo vào biểu mẫu tải từ trang nộp báo cáo (.xlsx hoặc .docx) rồi gửi tệp đó.',
      'Please copy the report into the form from the page (.xlsx or .docx) and send that.',
    ),
  },
  PICTURE: {
    message: t(
      'Tệp là ảnh (ảnh chụp hoặc bản quét). Tệp đã được lưu, nhưng chưa đọc được số liệu từ ảnh.',
      'The file is a picture (a photograph or a scan). It is kept, but no figures can be taken from a picture.',
    ),
    fix: t(
      'Đề nghị gửi thêm tệp .xlsx hoặc .docx gốc của báo cáo; ảnh đã gửi vẫn được lưu.',
      'Please also send the .xlsx or .docx the report was made from; the picture stays on file.',
    ),
  },
  SCANNED_PDF: {
    message: t(
      'Tệp PDF là bản quét (bản chụp văn bản giấy), không có lớp chữ. Bản quét đã được lưu, nhưng chưa đọc được số liệu.',
      'The PDF is a scan (pictures of paper) without any text in it. The scan is kept, but no figures can be taken from it.',
    ),
    fix: t(
      'Đề nghị gửi thêm tệp .xlsx hoặc .docx gốc của báo cáo, hoặc bản PDF xuất trực tiếp từ Word, Excel; bản quét đã ký vẫn được lưu.',
      'Please also send the .xlsx or .docx the report was made from, or a PDF exported by Word or Excel; the signed scan stays on file.',
    ),
  },
  DYNAMIC_FORM: {
    message: t(
      'Tệp PDF là biểu mẫu động (XFA) của Adobe: nội dung chỉ hiện khi mở bằng Adobe Acrobat hoặc Adobe Reader trên máy tính, các phần mềm khác chỉ thấy dòng "Please wait…". Tệp đã được lưu, nhưng không đọc được số liệu.',
      'The PDF is a dynamic form (XFA) of Adobe: what is in it shows only in Adobe Acrobat or Adobe Reader on a computer; other programs show "Please wait…". The file is kept, but no figures can be read from it.',
    ),
    fix: t(
      'Đề nghị mở tệp bằng Adobe Reader, chọn Tệp > In (File > Print), chọn máy in "Microsoft Print to PDF", rồi gửi tệp PDF vừa in; hoặc nhập số liệu vào biểu mẫu .xlsx, .docx tải từ trang nộp báo cáo.',
      'Please open it in Adobe Reader, choose File > Print, the printer "Microsoft Print to PDF", and send the PDF that was printed; or fill the figures into the .xlsx or .docx form from the page.',
    ),
  },
  TOO_MUCH_TO_READ: {
    message: t(
      'Đọc tệp này tốn nhiều thời gian hoặc nhiều thao tác hơn hẳn một báo cáo (mức đã vượt ghi ở phần "đã thấy"), nên hệ thống dừng đọc. Tệp vẫn được lưu nguyên vẹn.',
      'Reading this file takes far more time or work than any report (the limit passed is stated as found), so it was stopped. The file is kept as it is.',
    ),
    fix: t(
      'Đề nghị chép riêng biểu và lời văn sang một tệp .xlsx hoặc .docx mới, nhỏ hơn (tốt nhất là biểu mẫu tải từ trang nộp báo cáo) rồi gửi lại.',
      'Please copy the form and the text into a new, smaller .xlsx or .docx (best the form from the page) and send that.',
    ),
  },
  ENGINE_FAILED: {
    message: t(
      'Hệ thống đã thử nhiều lần nhưng không đọc xong tệp này. Tệp vẫn được lưu nguyên vẹn.',
      'The system tried several times and could not finish reading this file. The file is kept as it is.',
    ),
    fix: t(
      'Đề nghị chép nội dung sang biểu mẫu tải từ trang nộp báo cáo rồi gửi lại, hoặc liên hệ Văn phòng.',
      'Please copy the content into the form from the page and send that, or get in touch with the office.',
    ),
  },
  FILE_CHANGED: {
    message: t(
      'Nội dung tệp nhận được khác với tệp đã chọn trên trang nộp (mã kiểm tra SHA-256 không khớp), nên không được đọc.',
      'The file received differs from the one chosen on the page (its SHA-256 does not match), so it was not read.',
    ),
    fix: t(
      'Đề nghị đóng tệp trong Excel hoặc Word, mở lại trang nộp báo cáo, chọn tệp và gửi lại.',
      'Please close the file in Excel or Word, open the page again, choose the file and send it once more.',
    ),
  },
  FILE_TAKEN_AWAY: {
    message: t(
      'Tệp này giống hệt tệp đã bị yêu cầu chỉnh lý hoặc đã được loại khỏi tổng hợp, nên không được tính.',
      'This file is exactly the one that was returned for correction or left out of the report, so it does not count.',
    ),
    fix: t(
      'Đề nghị sửa báo cáo theo lý do đã ghi trong thư của văn phòng rồi gửi tệp đã sửa.',
      'Please correct the report for the reason given in the office’s mail, and send the corrected file.',
    ),
  },
  LINK_WAS_REVOKED: {
    message: t(
      'Tệp được gửi bằng liên kết đã bị thu hồi trước khi tệp đến, nên không được tính.',
      'The file was sent through a link that had been revoked before the file came, so it does not count.',
    ),
    fix: t(
      'Đề nghị nhận liên kết mới từ văn phòng rồi gửi lại tệp.',
      'Please get a new link from the office and send the file again.',
    ),
  },
};

/** Every reason, in the order of the catalogue. */
export const unreadableCodes: readonly UnreadableCode[] = Object.keys(reasons) as UnreadableCode[];

/** The words of one reason; every reason is an error, since nothing of the file could be judged. */
export function unreadable(code: UnreadableCode): FindingWords {
  const { message, fix } = reasons[code];
  return findingWords(code, 'error', message, fix);
}
