using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Customers.Company;

/// <summary>A company with its people and documents.</summary>
public sealed record CompanyView(Customer Company, IReadOnlyList<Contact> Contacts, IReadOnlyList<FileRow> Files);

/// <param name="Size">In bytes.</param>
public sealed record FileRow(Guid Id, string Name, int Size, string AddedBy, DateTime AddedAt);

/// <summary>How a company stands in one project that the reader sees from inside.</summary>
/// <param name="Part">How it came to take part, and when it left; null for a mere candidate.</param>
/// <param name="Screening">Null where it was never screened.</param>
/// <param name="Agreement">Null as long as no criterion is written.</param>
/// <param name="Next">The next meeting with them that is planned.</param>
/// <param name="People">Those of theirs who have an account here.</param>
public sealed record ProjectStanding(
    VisibleProject Project, Participation? Part, Screening? Screening, AcceptanceAgreement? Agreement, int Open, int Late, int All, int Held, DateTime? Last, NextMeeting? Next, int Actions, int LateActions, int Decisions, IReadOnlyList<string> People);

public sealed record NextMeeting(int Number, string Title, DateTime StartsAt);

/// <summary>What a change was made to.</summary>
public enum HistoryOf { Company, Contact, File, Participation, Screening, Trait, Signature }

/// <param name="Name">Who or what was changed; empty for the company itself.</param>
public sealed record HistoryLine(string Actor, DateTime At, AuditAction Action, HistoryOf Of, string Name, IReadOnlyList<FieldChange> Changes);
