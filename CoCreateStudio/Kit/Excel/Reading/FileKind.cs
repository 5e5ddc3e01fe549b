namespace CoCreateStudio.Kit.Excel.Reading;

internal enum FileKind
{
    Xlsx,
    Xls,
    Text,
}
