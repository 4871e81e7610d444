using System.Collections.Immutable;
using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Compiles every rule of a procedure or subject against the forms it may name, and reports faults at their
/// line.</summary>
public static class RuleCheck
{
    /// <summary>Adds the faults of one rule.</summary>
    public static void Run(
        PackChecking checking,
        CelText? text,
        CelType? expected,
        ImmutableArray<Field>? answers,
        ImmutableArray<Field>? request)
    {
        ArgumentNullException.ThrowIfNull(checking);
        if (text is null)
        {
            return;
        }

        foreach (var fault in RuleScope.Check(text, answers, request, expected))
        {
            var at = text.At with { Line = text.At.Line + fault.At.Line - 1 };
            checking.Fault(at, fault.Code, $"In the rule, column {fault.At.Column}: {fault.Message}.");
        }
    }

    /// <summary>Adds the faults of a form's conditions, each of which may name the fields of the form.</summary>
    public static void Form(PackChecking checking, ImmutableArray<Field> form, bool asRequest)
    {
        foreach (var field in form)
        {
            Run(checking, field.When, CelType.Bool, asRequest ? null : form, asRequest ? form : null);
        }
    }

    /// <summary>Adds the faults of a plan's conditions.</summary>
    public static void Plan(PackChecking checking, PlanNode? plan, ImmutableArray<Field> form)
    {
        foreach (var condition in plan is null ? [] : PlanNodes.Conditions(plan))
        {
            Run(checking, condition, expected: null, form, request: null);
        }
    }

    internal static void Procedure(PackChecking checking, Procedure procedure)
    {
        foreach (var act in procedure.Acts)
        {
            Form(checking, act.Form, asRequest: true);
            foreach (var need in act.Needs)
            {
                Run(checking, need.That, CelType.Bool, answers: null, act.Form);
            }

            Effects(checking, act.Effects, act.Form);
        }

        Effects(checking, procedure.Opens, []);
    }

    private static void Effects(PackChecking checking, Effects effects, ImmutableArray<Field> form)
    {
        foreach (var pause in effects.Pause)
        {
            Run(checking, pause.Type, CelType.String, answers: null, form);
            Run(checking, pause.Cap, expected: null, answers: null, form);
        }

        foreach (var extend in effects.Extend)
        {
            Run(checking, extend.By, expected: null, answers: null, form);
        }

        foreach (var (_, mark) in effects.Marks)
        {
            Run(checking, mark, expected: null, answers: null, form);
        }

        Run(checking, effects.Agency, CelType.String, answers: null, form);
        Run(checking, effects.Assignee, CelType.String, answers: null, form);
        Run(checking, effects.Erase, expected: null, answers: null, form);
    }
}
