using System.Security.Cryptography;
using System.Text;

namespace Heluo.Cases;

/// <summary>Names one firing of one timer, so that firing it twice is harmless: the second is a repeated
/// command.</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Clock">The clock that ran out.</param>
/// <param name="Turn">How often that clock had been started.</param>
public readonly record struct ClockTurn(string Case, string Clock, int Turn)
{
    /// <summary>The command id: a hash of stream, timer and turn.</summary>
    public string CommandId =>
        "timer-" + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Case}\n{Clock}\n{Turn}")).AsSpan(0, 16));
}
