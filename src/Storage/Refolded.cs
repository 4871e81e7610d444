using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>What folding every stream anew showed.</summary>
/// <param name="Documents">How many documents were compared.</param>
/// <param name="Facts">How many facts were folded.</param>
/// <param name="Different">Streams whose document is not what their facts give; at most
/// <see cref="MostNamed"/>.</param>
public sealed record Refolded(int Documents, long Facts, ImmutableArray<string> Different)
{
    /// <summary>Most streams named.</summary>
    public const int MostNamed = 100;
}
