using System.Globalization;
using NodaTime;

namespace Heluo.Demo;

/// <summary>Shows on a terminal how far a life has been made; says one line where nobody looks.</summary>
internal sealed class Progress : IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly Timer? timer;

    private Progress(Timer? timer) => this.timer = timer;

    public static Progress Of(string what, Func<Instant> now, Instant from, Instant until)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"heluo: {what}…");
            return new Progress(timer: null);
        }

        return new Progress(new Timer(_ => Draw(what, (now() - from) / (until - from)), null, TimeSpan.Zero, Beat));
    }

    public void Dispose()
    {
        if (timer is not null)
        {
            timer.Dispose();
            Console.Error.Write("\r\u001b[K");
        }
    }

    private static void Draw(string what, double part)
    {
        var done = (int)(Math.Clamp(part, 0, 1) * Width);
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"\r{what} [{new string('#', done)}{new string('.', Width - done)}] {part,4:P0}"));
    }
}
