using Heluo.Cases;
using Heluo.Governance;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Simulation;

namespace Heluo.Hosting;

/// <summary>The reader that knows every kind of definition of every room.</summary>
internal static class Kinds
{
    public static PackReader Reader { get; } =
        new PackReader().WithRegistry().AddCases().AddServices().AddGovernance().AddDemo();
}
