using System.Text.Json.Nodes;

namespace Heluo.Storage;

/// <summary>Lifts the JSON body of a fact by one schema version: changes the object in place or gives a new
/// one.</summary>
/// <param name="body">The body as the older version wrote it.</param>
public delegate JsonObject Upcast(JsonObject body);
