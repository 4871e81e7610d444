using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests;

/// <summary>A small world for the tests: accounts hold an amount, money moves between two of them in one
/// commit.</summary>
public sealed record Account(string Key, long Amount, int Moves, string? Shelf = null, Sealed? Owner = null)
    : IState<Account>
{
    public static string Family => "account";

    public static Account Start(string key) => new(key, 0, 0);

    public Account Apply(IFact fact, Stamp stamp) => fact switch
    {
        AccountOpened opened => this with { Owner = opened.Owner, Shelf = opened.Shelf },
        MoneyPaid paid => this with { Amount = Amount + paid.Amount, Moves = Moves + 1 },
        AccountShelved shelved => this with { Shelf = shelved.Shelf },
        _ => this,
    };
}

public sealed record AccountOpened(
    [property: Personal("account", "law/1", "1y")] Sealed? Owner = null,
    string? Shelf = null,
    string? Note = null) : IFact;

public sealed record MoneyPaid(long Amount, string? Note = null) : IFact;

public sealed record AccountShelved(string? Shelf) : IFact;

/// <summary>A running number shared by many accounts.</summary>
public sealed record Serial(string Key, int Last) : IState<Serial>
{
    public static string Family => "serial";

    public string? Shelf => null;

    public static Serial Start(string key) => new(key, 0);

    public Serial Apply(IFact fact, Stamp stamp) => fact is NumberTaken taken
        ? this with { Last = taken.Number }
        : this;
}

public sealed record NumberTaken(int Number) : IFact;

/// <summary>Opens an account for a person and answers with the next number of a serial.</summary>
public sealed record OpenAccount(string Serial, string? Name = null, string? Shelf = null, string? Note = null)
    : IDecision<OpenAccount, Account>, IDeclaresReads<Account>
{
    public void Declare(Account state, ReadList list) => list.Add<Serial>(Serial, mayWrite: true);

    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, OpenAccount request, Instant now)
    {
        var number = reads.Get<Serial>(request.Serial).Last + 1;
        var owner = request.Name is null ? null : Sealed.Of("person/" + state.Key, "account", request.Name);
        return Decided.With(new AccountOpened(owner, request.Shelf, request.Note))
            .Also<Serial>(request.Serial, new NumberTaken(number)).Reply(number);
    }
}

/// <summary>Pays into an account; refuses to go below nothing.</summary>
public sealed record Pay(long Amount, string? Note = null) : IDecision<Pay, Account>
{
    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Pay request, Instant now) =>
        state.Amount + request.Amount < 0
            ? new Refusal(RefusalKind.Conflict, "account.empty", "There is not enough money.")
            : Decided.With(new MoneyPaid(request.Amount, request.Note)).Reply(state.Amount + request.Amount);
}

/// <summary>Moves money from one account to another.</summary>
public sealed record Move(string To, long Amount) : IDecision<Move, Account>, IDeclaresReads<Account>
{
    public void Declare(Account state, ReadList list) => list.Add<Account>(To, mayWrite: true);

    public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Move request, Instant now) =>
        state.Amount < request.Amount || request.To == state.Key
            ? new Refusal(RefusalKind.Conflict, "account.empty", "There is not enough money.")
            : Decided.With(new MoneyPaid(-request.Amount))
                .Also<Account>(request.To, new MoneyPaid(request.Amount))
                .Reply(reads.Get<Account>(request.To).Amount + request.Amount);
}
