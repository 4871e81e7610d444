using Heluo.Storage.Tests.Crash;
using Xunit.MicrosoftTestingPlatform;

namespace Heluo.Storage.Tests;

/// <summary>Runs the tests; started by the crash test it is the process that writes until it is killed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable(CrashChild.Variable) is { Length: > 0 } order)
        {
            await CrashChild.RunAsync(order);
        }

        return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
