using Microsoft.AspNetCore.Components;

namespace Heluo.Terminal.Speaking;

/// <summary>A piece of a page: it knows the visit and speaks its language.</summary>
public abstract class Piece : ComponentBase
{
    /// <summary>The visit the page is shown to.</summary>
    [CascadingParameter]
    public required Visit Visit { get; set; }

    /// <summary>The words of the visit.</summary>
    protected Words Words => Visit.Words;

    /// <summary>The text under a key.</summary>
    protected string T(string key) => Visit.Words[key];

    /// <summary>The text under a key with its places filled.</summary>
    protected string T(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Visit.Words.Say(key, values);
}
