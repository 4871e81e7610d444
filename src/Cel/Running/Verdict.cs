namespace Heluo.Cel.Running;

/// <summary>A truth that may be an error.</summary>
internal enum Verdict
{
    False,
    True,
    Error,
}
