using CsCheck;
using Heluo.Kernel;

namespace Heluo.Storage.Tests.Suite;

/// <summary>Random sequences against the plainest model there is: a few dictionaries.</summary>
public abstract class ModelSuite
{
    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 4], Gen.Long[-6, 10]).Select((at, amount) => (Step)new PayStep(at, amount))),
        (5, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Long[0, 8])
            .Select((from, to, sum) => (Step)new MoveStep(from, to, sum))),
        (3, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1]).Select((at, serial) => (Step)new OpenStep(at, serial))),
        (3, Gen.Int[0, 1000].Select(which => (Step)new RepeatStep(which))),
        (1, Gen.Int[0, 1000].Select(which => (Step)new ReuseStep(which))),
        (2, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Select((at, behind) => (Step)new StaleStep(at, behind))),
        (1, Gen.Const((Step)new RestartStep())));

    /// <summary>A request under a command id, to be sent as often as one likes.</summary>
    private delegate Task<Outcome<Done<Account>>> Send(World world, string id);

    protected abstract World NewWorld();

    [Fact]
    public void Any_sequence_does_what_the_model_does() => AnyStep.Array[1, 50].Sample(
        steps => Run(steps).GetAwaiter().GetResult(),
        iter: 40,
        print: steps => string.Join("; ", steps.Select(step => step.ToString())));

    private async Task Run(Step[] steps)
    {
        using var world = NewWorld();
        var model = new Model();
        for (var i = 0; i < steps.Length; i++)
        {
            await steps[i].Take(world, model, $"c{i}");
        }

        await Compare(world, model);
        world.Reopen();
        await Compare(world, model);
        await world.ShouldBeWhole();
    }

    private static async Task Compare(World world, Model model)
    {
        world.Store.Head.ShouldBe(model.Log.Count);
        (await world.Log()).Select(fact => (fact.Stream, fact.Stamp.Command)).ShouldBe(model.Log);
        for (var at = 0; at < 5; at++)
        {
            var loaded = await world.Load($"a{at}");
            (loaded.State.Amount, loaded.Version).ShouldBe(model.Account(at));
        }
    }

    /// <summary>What ought to be.</summary>
    private sealed class Model
    {
        private readonly Dictionary<int, (long Amount, int Version)> accounts = [];

        public List<(string Stream, string Command)> Log { get; } = [];

        public int[] Serials { get; } = [0, 0];

        public List<(string Id, Send Send, Done<Account> First)> Accepted { get; } = [];

        public (long Amount, int Version) Account(int at) => accounts.GetValueOrDefault(at);

        public void Write(int at, long amount, string id)
        {
            var (old, version) = Account(at);
            accounts[at] = (old + amount, version + 1);
            Log.Add(($"account/a{at}", id));
        }
    }

    private abstract record Step
    {
        public abstract Task Take(World world, Model model, string id);

        protected static async Task Accept(
            World world, Model model, string id, Send send, object? reply)
        {
            var done = (await send(world, id)).Value;
            done.Repeated.ShouldBeFalse();
            done.Position.ShouldBe(model.Log.Count);
            done.Reply.ShouldBe(reply);
            model.Accepted.Add((id, send, done));
        }
    }

    private sealed record PayStep(int At, long Amount) : Step
    {
        public override async Task Take(World world, Model model, string id)
        {
            if (model.Account(At).Amount + Amount < 0)
            {
                (await world.Pay($"a{At}", Amount, id)).Refusal!.Code.ShouldBe("account.empty");
                return;
            }

            model.Write(At, Amount, id);
            await Accept(world, model, id, (to, name) => to.Pay($"a{At}", Amount, name), model.Account(At).Amount);
        }
    }

    private sealed record MoveStep(int From, int To, long Sum) : Step
    {
        public override async Task Take(World world, Model model, string id)
        {
            if (From == To || model.Account(From).Amount < Sum)
            {
                (await world.Move($"a{From}", $"a{To}", Sum, id)).Refusal!.Code.ShouldBe("account.empty");
                return;
            }

            model.Write(From, -Sum, id);
            model.Write(To, Sum, id);
            var reply = model.Account(To).Amount;
            await Accept(world, model, id, (to, name) => to.Move($"a{From}", $"a{To}", Sum, name), reply);
        }
    }

    private sealed record OpenStep(int At, int Serial) : Step
    {
        public override async Task Take(World world, Model model, string id)
        {
            model.Write(At, 0, id);
            model.Log.Add(($"serial/s{Serial}", id));
            var reply = ++model.Serials[Serial];
            await Accept(world, model, id, (to, name) => to.Open($"a{At}", new($"s{Serial}", "Li Na"), name), reply);
        }
    }

    private sealed record RepeatStep(int Which) : Step
    {
        public override async Task Take(World world, Model model, string id)
        {
            if (model.Accepted.Count == 0)
            {
                return;
            }

            var (first, send, answer) = model.Accepted[Which % model.Accepted.Count];
            var again = (await send(world, first)).Value;
            (again.Repeated, again.Position, again.Version, again.Reply, again.State)
                .ShouldBe((true, answer.Position, answer.Version, answer.Reply, answer.State));
        }
    }

    private sealed record ReuseStep(int Which) : Step
    {
        public override async Task Take(World world, Model model, string id)
        {
            if (model.Accepted.Count > 0)
            {
                var used = model.Accepted[Which % model.Accepted.Count].Id;
                (await world.Pay("other", 123, used)).Refusal!.Code.ShouldBe("command.reused");
            }
        }
    }

    private sealed record StaleStep(int At, int Behind) : Step
    {
        public override async Task Take(World world, Model model, string id)
        {
            var loaded = await world.Load($"a{At}");
            var stale = loaded.Version + (Behind == 0 ? 1 : -Math.Min(Behind, loaded.Version));
            if (stale != loaded.Version)
            {
                var commit = Commits.Of(Commits.Write("fresh" + id), Commits.Write($"a{At}", stale, loaded.Position));
                (await world.Store.CommitAsync(commit)).Refusal!.Code.ShouldBe("store.conflict");
            }
        }
    }

    private sealed record RestartStep : Step
    {
        public override Task Take(World world, Model model, string id)
        {
            world.Reopen();
            return Task.CompletedTask;
        }
    }
}
