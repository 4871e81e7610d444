namespace Heluo.Storage;

/// <summary>Immutable things every decision may consult, each under its own type. Filled at start-up, then only
/// read.</summary>
public sealed class Contexts
{
    private readonly Dictionary<Type, object> things = [];

    /// <summary>No context at all.</summary>
    public static Contexts None { get; } = new();

    /// <summary>A copy with one more; a thing of the same type is replaced.</summary>
    public Contexts With<TContext>(TContext context)
        where TContext : class
    {
        var next = new Contexts();
        foreach (var (type, thing) in things)
        {
            next.things[type] = thing;
        }

        next.things[typeof(TContext)] = context;
        return next;
    }

    internal TContext Get<TContext>()
        where TContext : class => things.TryGetValue(typeof(TContext), out var thing)
        ? (TContext)thing
        : throw new InvalidOperationException($"The context {typeof(TContext).Name} was not handed in at start-up.");
}
