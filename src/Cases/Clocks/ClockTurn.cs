using System.Security.Cryptography;
using System.Text;

namespace Heluo.Cases;

/// <summary>Names one firing of one timer, so that firing it twice is harmless: the second is a repeated
/// command.</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Clock">The clock that ran out.</param>
/// <param name="Turn">How often that clock had been started.</param>
/// <param name="Pause">Which of its pauses came to its cap, from 1; 0: the clock itself ran out.</param>
public readonly record struct ClockTurn(string Case, string Clock, int Turn, int Pause = 0)
{
    /// <summary>The command id: a hash of stream, timer and turn.</summary>
    public string CommandId =>
        "timer-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            Pause == 0 ? $"{Case}\n{Clock}\n{Turn}" : $"{Case}\n{Clock}\n{Turn}\n{Pause}")).AsSpan(0, 16));
}
