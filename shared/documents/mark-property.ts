/** The property of a file that holds the mark of its maker; Word and LibreOffice keep it when they save the file. */
export const markProperty = 'UnitReports';
