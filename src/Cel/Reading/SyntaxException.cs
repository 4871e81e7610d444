namespace Heluo.Cel.Reading;

/// <summary>Leaves the parser from any depth; never leaves <see cref="Parser.TryParse"/>.</summary>
internal sealed class SyntaxException(string code, string message, int at) : Exception(message)
{
    public string Code => code;

    public int At => at;
}
