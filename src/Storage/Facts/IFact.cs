namespace Heluo.Storage;

/// <summary>
/// Something that happened: a sealed record named in the past tense, carrying results and never references to a pack.
/// Facts are kept for ever, so their JSON form may only change together with their schema version
/// (<see cref="FactCatalog"/>).
/// </summary>
public interface IFact;
