namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>The part of a number format that changes what a person reads: 5 % is not 0.05, and 007 is not 7.</summary>
public readonly record struct NumberLook(bool Percent, byte LeadingDigits)
{
    public static readonly NumberLook Plain;
}
