using System.Reflection;
using System.Text.Json;

namespace Heluo.Storage;

/// <summary>Finds the sealed fields of a fact, however deep they lie.</summary>
internal static class PersonalFields
{
    private const string House = "Heluo";

    /// <summary>All of them; throws on one of which nothing is said.</summary>
    /// <exception cref="ArgumentException">A sealed field has neither <see cref="PersonalAttribute"/> nor
    /// <see cref="PersonalByPackAttribute"/>.</exception>
    public static IEnumerable<PersonalEntry> Of(string kind, Type fact) => Walk(kind, fact, "", []);

    private static IEnumerable<PersonalEntry> Walk(string kind, Type type, string way, HashSet<Type> above)
    {
        if (!above.Add(type))
        {
            yield break;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var field = way + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            foreach (var held in Held(property.PropertyType))
            {
                if (held == typeof(Sealed) || held == typeof(BlobRef))
                {
                    yield return Entry(kind, field, property);
                }
                else if (held.Assembly.GetName().Name!.StartsWith(House, StringComparison.Ordinal) && !held.IsEnum)
                {
                    foreach (var below in Walk(kind, held, field + ".", above))
                    {
                        yield return below;
                    }
                }
            }
        }

        above.Remove(type);
    }

    // What a list, a table or a value that may be missing holds.
    private static IEnumerable<Type> Held(Type type) => type.IsGenericType
        ? type.GetGenericArguments().SelectMany(Held)
        : [type.IsArray ? type.GetElementType()! : type];

    private static PersonalEntry Entry(string kind, string field, PropertyInfo property) =>
        property.GetCustomAttribute<PersonalAttribute>() is { } said
            ? new(kind, field, said.Purpose, said.Basis, said.Retention)
            : property.GetCustomAttribute<PersonalByPackAttribute>() is not null
                ? new(kind, field, Purpose: null, Basis: null, Retention: null)
                : throw new ArgumentException(
                    $"The sealed field '{field}' of '{kind}' does not say what it is kept for: add [Personal(…)].");
}
