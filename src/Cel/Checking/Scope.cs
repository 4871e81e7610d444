namespace Heluo.Cel.Checking;

/// <summary>Names bound by macros, innermost last, and the places that hold their values.</summary>
internal sealed class Scope
{
    private readonly List<(string Name, CelType Type, Binding Binding)> _names = [];
    private int _places;

    /// <summary>The most places in use at once.</summary>
    public int Places { get; private set; }

    public int Depth => _names.Count;

    /// <summary>Takes the next places.</summary>
    public int Take(int count)
    {
        var first = _places;
        _places += count;
        Places = Math.Max(Places, _places);
        return first;
    }

    public void Push(string name, CelType type, Binding binding) => _names.Add((name, type, binding));

    /// <summary>Forgets names and gives places back.</summary>
    public void Pop(int names, int places)
    {
        _names.RemoveRange(_names.Count - names, names);
        _places -= places;
    }

    public (CelType Type, Binding Binding)? Find(string name)
    {
        for (var i = _names.Count - 1; i >= 0; i--)
        {
            if (_names[i].Name == name) return (_names[i].Type, _names[i].Binding);
        }

        return null;
    }
}
