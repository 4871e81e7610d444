namespace Heluo.Hosting;

/// <summary>Which house is built.</summary>
internal enum HouseMode
{
    /// <summary>A city to try: generated people, logins anybody may use, a clock anybody may move.</summary>
    Demo,

    /// <summary>A city that works: none of these, and a real identity provider.</summary>
    Serve,

    /// <summary>Nobody is served: a verb works on the store of a house that serves.</summary>
    Tend,
}
