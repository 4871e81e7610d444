using System.Text;
using Heluo.Hosting;
using Heluo.Packs;
using Heluo.Simulation;

namespace Heluo.Demo;

/// <summary>What a visitor is told when the demo city stands: where it is and who they may be.</summary>
internal sealed record Welcome(IReadOnlyList<string> Addresses, string Data, IReadOnlyList<DemoLogin> Logins)
{
    public static Welcome To(Running house, HouseSettings settings)
    {
        var packs = house.Services.GetRequiredService<PackSet>();
        return new(house.Addresses, settings.Data,
        [
            .. Town.LoginsOf(packs).Select(one => new DemoLogin(
                one.Login, one.Name.In(packs.Languages[0]), one.Story?.In(packs.Languages[0]) ?? "")),
        ]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var address in Addresses)
        {
            text.Append("The demo city stands at ").AppendLine(address);
        }

        text.Append("It is kept in ").AppendLine(Data);
        foreach (var login in Logins)
        {
            text.Append("  ").Append(login.Login.PadRight(14)).Append("  ").Append(login.Name).Append("  ")
                .AppendLine(login.Story);
        }

        return text.Append("Stop it with Ctrl+C.").ToString();
    }
}

/// <summary>Somebody a visitor of a demo may be.</summary>
internal sealed record DemoLogin(string Login, string Name, string Story);
