namespace Heluo.Storage;

/// <summary>A fact as it was read back from the journal, lifted to its newest schema.</summary>
/// <param name="Stream">The stream it belongs to, <c>family/key</c>.</param>
/// <param name="Kind">Its kind, without the schema version, e.g. <c>case.opened</c>.</param>
/// <param name="Stamp">Position, version, time, actor and command.</param>
/// <param name="Previous">Position of the stream's fact before it; 0 for the first.</param>
/// <param name="Fact">The fact itself.</param>
public sealed record StoredFact(string Stream, string Kind, Stamp Stamp, long Previous, IFact Fact);
