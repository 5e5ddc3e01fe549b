namespace CoCreateStudio.Domain.Customers;

/// <summary>How large a company is, as far as it decides how it is looked after.</summary>
public enum SizeTier { Large, Medium, Small }
