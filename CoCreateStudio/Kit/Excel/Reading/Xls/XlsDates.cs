using System.Reflection;
using ExcelDataReader;

namespace CoCreateStudio.Kit.Excel.Reading.Xls;

/// <summary>From which year an old workbook counts its days. ExcelDataReader knows, and uses it for the date formats it knows, but tells nobody.</summary>
internal static class XlsDates
{
    private const BindingFlags Anywhere = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static bool From1904(IExcelDataReader reader) => (bool)Read(Read(reader, "Workbook"), "IsDate1904");

    private static object Read(object of, string name) => of.GetType().GetProperty(name, Anywhere)?.GetValue(of) ?? throw new MissingMemberException(of.GetType().FullName, name);
}
