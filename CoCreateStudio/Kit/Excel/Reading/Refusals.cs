using System.Text;
using System.Xml;
using CsvHelper;
using ExcelDataReader.Exceptions;

namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>The one place where the complaints of zip, XML, OLE and CSV readers become a sentence a person can act on.</summary>
internal static class Refusals
{
    public static T Watch<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            // XmlException carries no code for a forbidden DTD; its English message is the only mark.
            var unsafeFile = e.Message.Contains("DTD", StringComparison.Ordinal);
            throw new FileRefusedException(unsafeFile ? nameof(ReadingText.Unsafe) : nameof(ReadingText.Damaged), e);
        }
        catch (InvalidPasswordException e)
        {
            throw new FileRefusedException(nameof(ReadingText.PasswordProtected), e);
        }
        catch (SystemException e) when (e is InvalidDataException or EndOfStreamException or DecoderFallbackException || FromXlsReader(e))
        {
            throw new FileRefusedException(nameof(ReadingText.Damaged), e);
        }
        catch (ExcelReaderException e)
        {
            throw new FileRefusedException(nameof(ReadingText.Damaged), e);
        }
        catch (CsvFormatException e)
        {
            throw new FileRefusedException(nameof(ReadingText.Damaged), e);
        }
    }

    public static IEnumerable<T> Watch<T>(IEnumerable<T> items)
    {
        using var each = items.GetEnumerator();
        while (Watch(each.MoveNext)) yield return each.Current;
    }

    // ExcelDataReader runs off the end of broken records instead of saying so; only its own frames tell that from our mistakes.
    private static bool FromXlsReader(SystemException e) =>
        e is IndexOutOfRangeException or ArgumentException or ArithmeticException or InvalidOperationException or NullReferenceException or InvalidCastException
        && e.StackTrace?.Contains("ExcelDataReader.Core", StringComparison.Ordinal) == true;
}
