using System.Text;
using Heluo.Hosting;

namespace Heluo.Demo;

/// <summary>What a visitor is told when the demo city stands: where it is and who they may be.</summary>
internal sealed record Welcome(IReadOnlyList<string> Addresses, string Data, IReadOnlyList<DemoLogin> Logins)
{
    public static Welcome To(Running house, HouseSettings settings) => new(house.Addresses, settings.Data, []);

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
            text.Append("  ").Append(login.Name.PadRight(16)).Append("  ").Append(login.Password.PadRight(16))
                .Append("  ").AppendLine(login.Role);
        }

        return text.Append("Stop it with Ctrl+C.").ToString();
    }
}

/// <summary>A login anybody may use in a demo.</summary>
internal sealed record DemoLogin(string Name, string Password, string Role);
