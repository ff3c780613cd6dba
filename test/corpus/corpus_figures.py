"""What stands in the files of the corpus: a branch office's first quarter and its six months."""

WAIT = "Chưa có văn bản hướng dẫn"
TEXTS = {code: (WAIT, None) for code in ("D01", "D02", "D03", "D04")}
TEXTS |= {
    "B01": ("2024-01-19", None),
    "E02": ("2024-02-21", None),
    "E03": ("Kinh phí thu gom hạn hẹp; đề nghị hỗ trợ thùng phân loại.", None),
}

FIRST_QUARTER = {
    **{code: (value, value) for code, value in {
        "A01": 6, "A02": 3, "A03": 142, "A04": 17, "A05": 3, "A06": 2, "A07": 1, "A08": 0, "A09": 2,
        "B02": 2, "B03": 28, "B04": 3, "B05": 164, "B06": 11, "B07": 19,
        "B08": 4, "B09": 15, "B10": 13, "B11": 6, "B12": 52, "B13": 51, "B14": 98.08,
        "C01": 18, "C02": 16, "C03": 26, "C04": 61, "C05": 92.86, "E01": 28,
    }.items()},
    **TEXTS,
}

SIX_MONTHS = {
    "A01": (3, 9), "A02": (2, 5), "A03": (88, 230), "A04": (12, 29),
    "A05": (3, 3), "A06": (2, 2), "A07": (1, 1), "A08": (1, 1), "A09": (1, 3),
    "B02": (2, 4), "B03": (28, 28), "B04": (1, 4), "B05": (47, 211), "B06": (9, 20), "B07": (13, 32),
    "B08": (6, 4), "B09": (11, 26), "B10": (12, 25), "B11": (5, 5),
    "B12": (200, 250), "B13": (197, 245), "B14": (98.5, 98),
    "C01": (10, 28), "C02": (9, 25), "C03": (26, 26), "C04": (70, 131), "C05": (92.86, 92.86),
    "E01": (28, 28),
    **TEXTS,
}

NARRATIVE = {
    "II.1": [
        "Chi cục đã quán triệt Nghị quyết số 43-NQ/TW đến toàn thể công chức, người lao động.",
        "Mô hình “Đường biên xanh - sạch - đẹp” được duy trì tại các xã biên giới.",
    ],
    "II.2": ["Nội dung tham vấn cộng đồng được công khai trên trang thông tin điện tử."],
    "II.3": ["Phối hợp với Hội Liên hiệp Phụ nữ ra quân thu gom rác thải nhựa."],
    "II.4": ["Chưa có văn bản hướng dẫn sơ kết, tổng kết."],
    "III": ["Ý thức phân loại rác tại nguồn ở một số thôn chưa cao."],
}

PLAN = {
    "II.1": ["Quán triệt các nghị quyết, chỉ thị về công tác dân vận trong quý I.", "Xây dựng 02 mô hình mới."],
    "II.2": ["Công khai tài chính, tuyển dụng, khen thưởng; đối thoại với người dân quanh cơ sở sản xuất."],
    "III": ["Các phòng chuyên môn căn cứ Kế hoạch này tổ chức thực hiện và báo cáo định kỳ."],
}
