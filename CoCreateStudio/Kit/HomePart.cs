namespace CoCreateStudio.Kit;

/// <summary>What a feature shows on the home page, above the projects; it says nothing where there is nothing to say.</summary>
public sealed record HomePart(Type Component);
