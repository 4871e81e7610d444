namespace Heluo.Packs;

/// <summary>Language tags as packs write them: <c>zh</c>, <c>en</c>, <c>zh-Hant</c>.</summary>
internal static class Languages
{
    public const string Pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$";
}
