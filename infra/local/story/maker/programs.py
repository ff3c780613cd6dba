"""The programs: their clocks are stopped, so that a second run gives the same bytes; LibreOffice's clock is its own."""

import datetime
import shutil
import subprocess
import tempfile
import types
import zipfile
from pathlib import Path

import openpyxl.writer.excel

WRITTEN = datetime.datetime(2024, 3, 15, 8, 0, 0)


def stop_clocks():
    """Entries of zips and the properties of workbooks get one time."""
    original = zipfile.ZipInfo.__init__

    def at_one_time(self, filename="NoName", date_time=None):
        original(self, filename, WRITTEN.timetuple()[:6])

    class Stopped(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return WRITTEN.replace(tzinfo=tz)

    zipfile.ZipInfo.__init__ = at_one_time
    openpyxl.writer.excel.datetime = types.SimpleNamespace(
        datetime=Stopped, timezone=datetime.timezone
    )


def save_by_libreoffice(source, target):
    """Opens `source` with LibreOffice and saves it under `target`, in the format of its name."""
    target = Path(target)
    writer = {
        ".xlsx": "xlsx:Calc MS Excel 2007 XML",
        ".docx": "docx:MS Word 2007 XML",
        ".ods": "ods:calc8",
        ".odt": "odt:writer8",
        ".csv": "csv:Text - txt - csv (StarCalc):59,34,76",
    }[target.suffix]
    with tempfile.TemporaryDirectory() as room:
        command = ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless"]
        command += ["--convert-to", writer, "--outdir", f"{room}/out", str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        (made,) = Path(room, "out").iterdir()
        shutil.move(made, target)
