using Heluo.Kernel;

namespace Heluo.Hosting;

/// <summary>Carries a refusal out of a place of the framework that knows only exceptions.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.ToString())
{
    public Refusal Refusal { get; } = refusal;
}
