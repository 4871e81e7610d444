using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests;

/// <summary>Pays one coin so many times in one decision.</summary>
public sealed record PayOften(int Times) : IDecision<PayOften, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, PayOften request, Instant now) =>
        Decided.With(Enumerable.Repeat<IFact>(new MoneyPaid(1), request.Times).ToArray());
}

/// <summary>Asks only.</summary>
public sealed record Ask : IDecision<Ask, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Ask request, Instant now) =>
        Decided.Nothing.Reply(state.Amount);
}

public sealed record Shelve(string? Shelf) : IDecision<Shelve, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Shelve request, Instant now) =>
        Decided.With(new AccountShelved(request.Shelf));
}

/// <summary>Reads what it did not declare.</summary>
public sealed record Peek(string At) : IDecision<Peek, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Peek request, Instant now) =>
        Decided.Nothing.Reply(reads.Get<Account>(request.At));
}

/// <summary>Writes what it did not declare, or declared for reading only.</summary>
public sealed record Meddle(string At, bool Declares) : IDecision<Meddle, Account>, IDeclaresReads<Account>
{
    public void Declare(Account state, ReadList list)
    {
        if (Declares)
        {
            list.Add<Account>(At);
        }
    }

    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Meddle request, Instant now) =>
        Decided.With(new MoneyPaid(1)).Also<Account>(request.At, new MoneyPaid(1));
}

/// <summary>Writes to another account only.</summary>
public sealed record PayElsewhere(string At, long Amount) : IDecision<PayElsewhere, Account>, IDeclaresReads<Account>
{
    public void Declare(Account state, ReadList list) => list.Add<Account>(At, mayWrite: true);

    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, PayElsewhere request, Instant now) =>
        Decided.Nothing.Also<Account>(request.At, new MoneyPaid(request.Amount)).Reply(state.Amount + request.Amount);
}

/// <summary>Pays as much as another account holds.</summary>
public sealed record PayLike(string Other) : IDecision<PayLike, Account>, IDeclaresReads<Account>
{
    public void Declare(Account state, ReadList list) => list.Add<Account>(Other);

    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, PayLike request, Instant now) =>
        Decided.With(new MoneyPaid(reads.Get<Account>(request.Other).Amount));
}

public sealed record Rate(long Amount);

/// <summary>Pays what the context says.</summary>
public sealed record PayRate : IDecision<PayRate, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, PayRate request, Instant now) =>
        Decided.With(new MoneyPaid(reads.Context<Rate>().Amount));
}

/// <summary>Lets somebody else act between reading and committing.</summary>
public sealed class Interloper(Func<int, Task> act)
{
    public int Turns { get; private set; }

    public void Act() => act(++Turns).GetAwaiter().GetResult();
}

/// <summary>As <see cref="PayLike"/>, but with an interloper at the worst moment.</summary>
public sealed record PayLikeSlowly(string Other) : IDecision<PayLikeSlowly, Account>, IDeclaresReads<Account>
{
    public void Declare(Account state, ReadList list) => list.Add<Account>(Other);

    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, PayLikeSlowly request, Instant now)
    {
        reads.Context<Interloper>().Act();
        return Decided.With(new MoneyPaid(reads.Get<Account>(request.Other).Amount));
    }
}

/// <summary>Attaches a file to an account.</summary>
public sealed record Attach(ImmutableArray<BlobRef> Files) : IDecision<Attach, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Attach request, Instant now) =>
        Decided.With(new FilesAttached(request.Files));
}

public sealed record FilesAttached([property: PersonalByPack] ImmutableArray<BlobRef> Files) : IFact;
