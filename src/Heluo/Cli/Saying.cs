using Heluo.Kernel;

namespace Heluo.Cli;

/// <summary>Says why not: a sentence to a person on the error side and, when a program asks, one object of JSON on the
/// other.</summary>
/// <param name="isJson">Whether a program asks.</param>
/// <param name="output">Where programs read.</param>
/// <param name="error">Where people read.</param>
internal sealed class Saying(bool isJson, TextWriter output, TextWriter error)
{
    /// <summary>Says the refusal and each of its faults. Gives the exit status of its family.</summary>
    public int Refuse(Refusal refusal)
    {
        Tell(refusal);
        error.WriteLine($"heluo: {refusal}");
        foreach (var fault in refusal.Faults)
        {
            error.WriteLine($"  {fault.Field}: {fault.Code}: {fault.Sentence}");
        }

        return ExitStatus.Of(refusal);
    }

    /// <summary>Says the refusal in other sentences to a person, each on a line with its code.</summary>
    public void Refuse(Refusal refusal, IEnumerable<string> sentences)
    {
        Tell(refusal);
        foreach (var sentence in sentences)
        {
            error.WriteLine($"heluo: {refusal.Code}: {sentence}");
        }
    }

    private void Tell(Refusal refusal)
    {
        if (isJson)
        {
            output.WriteLine(Report.Line(new Told(
                refusal.Code, refusal.Sentence, refusal.Faults.IsDefaultOrEmpty ? null : refusal.Faults)));
        }
    }

    private sealed record Told(string Code, string Message, IReadOnlyList<Fault>? Faults);
}
