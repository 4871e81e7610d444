namespace Heluo.Hosting;

/// <summary>How many people, firms and cases a demo city starts with.</summary>
internal enum CitySize
{
    /// <summary>Nobody and nothing: for tests.</summary>
    Empty,

    /// <summary>Some hundreds: starts at once.</summary>
    Small,

    /// <summary>Enough to look like a city's day.</summary>
    City,
}
