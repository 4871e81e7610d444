using Heluo.Cases.Tests.Numbers;
using Xunit.MicrosoftTestingPlatform;

namespace Heluo.Cases.Tests;

/// <summary>Runs the tests; started by the crash test it is the city that opens cases until it is killed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable(CrashCity.Variable) is { Length: > 0 } folder)
        {
            await CrashCity.RunAsync(folder);
        }

        return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
