using System.Text;
using Heluo.Hosting;

namespace Heluo.Demo;

/// <summary>What a visitor is told when the demo city stands: where it is and who they may be.</summary>
internal sealed record Welcome(IReadOnlyList<string> Addresses, string Data, IReadOnlyList<DemoLogin> Logins)
{
    public static Welcome To(Running house, HouseSettings settings) => 
        new(house.Addresses, settings.Data, [.. Settling.Logins(house.Services)]);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var address in Addresses)
        {
            text.Append("The demo city stands at ").AppendLine(address);
        }

        text.Append("It is kept in ").AppendLine(Data);
        text.AppendLine("Sign in as:");
        foreach (var login in Logins)
        {
            text.Append("  ").Append(login.Login.PadRight(16)).Append("  ").AppendLine(login.Story);
        }

        return text.Append("Stop it with Ctrl+C.").ToString();
    }
}

/// <summary>A login anybody may use in a demo.</summary>
/// <param name="Login">What to choose at the sign-in page.</param>
/// <param name="Name">The name of whoever it stands for.</param>
/// <param name="Story">Who they are, in a line.</param>
internal sealed record DemoLogin(string Login, string Name, string Story);
