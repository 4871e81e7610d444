namespace Heluo.Storage;

/// <summary>Says of a sealed field of a fact what it is kept for. The house does not start with a sealed field of which
/// nothing is said (PIPL arts 6, 17, 19).</summary>
/// <param name="purpose">What for, as the key of the value has it.</param>
/// <param name="basis">The article that allows it: <c>law/article</c>.</param>
/// <param name="retention">How long: <c>10y</c>, <c>6m</c>, <c>30d</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(string purpose, string basis, string retention) : Attribute
{
    /// <summary>What for.</summary>
    public string Purpose => purpose;

    /// <summary>The article that allows it.</summary>
    public string Basis => basis;

    /// <summary>How long.</summary>
    public string Retention => retention;
}

/// <summary>Says of a sealed field that a pack says it: each question of a form that is answered into it names purpose,
/// basis and retention.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalByPackAttribute : Attribute;
