namespace CoCreateStudio.Features.Access.People;

/// <summary>What an administrator can do about one person.</summary>
public enum PersonAct { NewLink, RevokeLinks, Block, Unblock, MakeAdministrator, TakeAdministration }
