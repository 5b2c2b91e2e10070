"""The rows of the bench, written by python-docx or openpyxl: prints the seconds that took, without their own start."""

import io
import sys
import time

form, size = sys.argv[1], int(sys.argv[2])
COLUMNS = ["id", "title", "description", "lead", "end", "status"]


def row(n):
    return [
        f"01934f6e-7c1a-7b2e-9d3f-{n * 7919:012x}",
        f"Commitment {n} on connectivity, skills and digital public goods",
        f"What is done towards commitment {n}, how far it is, and what comes next",
        "BDT",
        str(2025 + n % 6),
        "ongoing",
    ]


if form == "docx":
    import docx
else:
    import openpyxl

begun = time.perf_counter()
out = io.BytesIO()
if form == "docx":
    document = docx.Document()
    table = document.add_table(rows=1, cols=len(COLUMNS) - 1)
    for cell, name in zip(table.rows[0].cells, COLUMNS[1:]):
        cell.text = name
    for n in range(size):
        for cell, text in zip(table.add_row().cells, row(n)[1:]):
            cell.text = text
    document.save(out)
else:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(COLUMNS)
    for n in range(size):
        sheet.append(row(n))
    book.save(out)
print(time.perf_counter() - begun)
