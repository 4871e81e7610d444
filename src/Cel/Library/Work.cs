namespace Heluo.Cel.Library;

/// <summary>What walks over text cost, in steps.</summary>
internal static class Work
{
    /// <summary>Looking for a part: linear for most texts, the product of both lengths for hostile ones.</summary>
    public static long Search(string text, string part) => (long)text.Length * Math.Max(part.Length / 32, 1) / 64;
}
