using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Demo;

/// <summary>Two signed versions, a third in draft, and what was measured meanwhile.</summary>
public sealed class AcceptanceDemo : IDemoChapter
{
    // When each version was sent and signed, in days before today; the third is a draft.
    private static readonly (int Sent, int Signed)[] Versions = [(22, 20), (14, 12)];

    private const int DraftSince = 5;
    private const int JudgedAgo = 2;

    public IEnumerable<InstallationAct> Tell(DemoStage stage)
    {
        var told = DemoAgreement.Read();
        return told.Project == stage.Project.Key ? new Telling(told, stage).Acts() : [];
    }

    private sealed class Telling(DemoAgreement told, DemoStage stage)
    {
        private readonly AcceptanceAgreement _agreement = new(stage.Project.Id, stage.Customer(told.Customer).Id);
        private readonly List<(DemoCriterion Told, AcceptanceCriterion Row)> _criteria = [];
        private readonly List<ChangeRequest> _requests = [];
        private readonly List<AgreementVersion> _versions = [];

        private Person Lead => stage.Person(told.Lead);
        private Person Pm => stage.Person(told.Pm);

        public IEnumerable<InstallationAct> Acts()
        {
            yield return new(Ago(Versions[0].Sent + 4), Pm, db => Draft(db));
            for (var i = 0; i < Versions.Length; i++)
            {
                var (number, (sent, signed)) = (i + 1, Versions[i]);
                if (number > 1) yield return new(Ago(sent).AddHours(-2), Pm, db => ChangeAsync(db, number, Ago(sent).AddHours(-2)));
                yield return new(Ago(sent), Pm, db => Send(db, Ago(sent)));
                yield return new(Ago(signed), Lead, db => SignAsync(db, Ago(signed)));
            }

            yield return new(Ago(Versions[0].Signed).AddHours(3), Pm, MeasureAsync);
            yield return new(Ago(Versions[1].Signed).AddHours(1), Pm, ServeAsync);
            yield return new(Ago(DraftSince), Pm, db => ChangeAsync(db, 3, Ago(DraftSince)));
            yield return new(Ago(JudgedAgo).AddHours(1), Pm, MeasureLateAsync);
            yield return new(Ago(JudgedAgo).AddHours(2), Lead, JudgeAsync);
        }

        private DateTime Ago(int days) => stage.Now.Date.AddDays(-days).AddHours(2);

        private DateOnly Day(int inDays) => DateOnly.FromDateTime(stage.Now).AddDays(inDays);

        // Owners are told by the codes of the cast, or by name where somebody has no account.
        private string Named(string who) => who.Length == 2 && who.All(char.IsAsciiLetterUpper) ? stage.Person(who).Name : who;

        private Task Draft(StudioDb db)
        {
            db.Add(_agreement);
            foreach (var criterion in told.Criteria.Where(c => c.Version == 1)) Add(db, criterion);
            return Task.CompletedTask;
        }

        private void Add(StudioDb db, DemoCriterion criterion)
        {
            AcceptanceCriterion row = new(_agreement, criterion.Dimension, criterion.Statement);
            foreach (var (field, text) in criterion.Fields) row.Write(_agreement, field, field is CriterionField.OurOwner or CriterionField.TheirOwner ? Named(text) : Dated(text), Day(0));
            row.Write(_agreement, CriterionField.DueOn, CriterionValue.OfDay(Day(criterion.DueInDays)), Day(0));
            _criteria.Add((criterion, row));
            db.Add(row);
        }

        private string Dated(string text) => text.StartsWith("DATE:", StringComparison.Ordinal) ? CriterionValue.OfDay(Day(int.Parse(text[5..], CultureInfo.InvariantCulture))) : text;

        private void Send(StudioDb db, DateTime at)
        {
            db.AttachRange([_agreement, .. _versions]);
            var criteria = _criteria.OrderBy(c => c.Row.Dimension).ThenBy(c => c.Row.Position).Select(c => CriterionContent.Of(c.Row)).ToList();
            var signed = _versions.Count == 0 ? null : AgreementContent.Read(_versions[^1].Content);
            var changes = signed is null ? [] : AgreementDifference.Between(signed.Criteria, criteria).Select(d => Change(d.Code, _requests[0])).ToList();
            AgreementContent content = new(stage.Project.Name, stage.Customer(told.Customer).Name, _agreement.NextVersion, Pm.Name, SealedMinutes.Moment(at), criteria, changes);
            _versions.Add(db.Add(_agreement.Send(content, _versions.LastOrDefault(), signed)).Entity);
        }

        private static SealedChange Change(string code, ChangeRequest request) => new(code, request.Code, request.What, request.RaisedBy, request.Side, null, null);

        // The lead signs online; the customer signed in the meeting, and the lead wrote it down.
        private async Task SignAsync(StudioDb db, DateTime at)
        {
            db.AttachRange([_agreement, .. _versions, .. _criteria.Select(c => c.Row), .. _requests]);
            var version = _versions[^1];
            var meeting = await LastMeetingAsync(db);
            var content = AgreementContent.Read(version.Content);
            Given ours = new(Lead.Name, "项目负责人 project lead", at), theirs = new(told.SignsFor, told.Title, at.AddMinutes(20), GivenHow.InMeeting, Lead.Name, at.AddMinutes(30), meeting);
            var answers = await db.Set<CriterionAnswer>().Where(a => a.AgreementId == _agreement.Id).ToListAsync();
            List<SignOff> signatures = [];
            foreach (var (side, given) in new[] { (Side.Us, ours), (Side.Customer, theirs) })
            {
                AnswerSheet before = new(version.Id, content.Criteria, answers, signatures);
                answers.AddRange(before.Missing(side).Select(c => db.Add(new CriterionAnswer(version, before, c, side, AnswerKind.Accepted, null, given)).Entity));
                signatures.Add(db.Add(_agreement.Sign(version, _versions.Count > 1 ? _versions[^2].Hash : "", new(version.Id, content.Criteria, answers, signatures), side, given)).Entity);
            }

            foreach (var (_, row) in _criteria) row.Settle();
            foreach (var request in _requests.Where(r => r.State == ChangeState.Accepted)) request.Apply(at);
        }

        private static Task<Guid?> LastMeetingAsync(StudioDb db) => db.Set<Meeting>().Where(m => m.State == MeetingState.Closed).OrderByDescending(m => m.StartsAt).Select(m => (Guid?)m.Id).FirstOrDefaultAsync();

        private async Task ChangeAsync(StudioDb db, int version, DateTime at)
        {
            db.AttachRange([_agreement, .. _criteria.Select(c => c.Row)]);
            foreach (var (request, place) in told.Requests.Select((r, i) => (r, i)).Where(r => r.r.Version == version))
            {
                var number = (await ProjectNumbers.SequenceAsync(db, stage.Project.Id, NumberSequence.OfChangeRequests, CancellationToken.None)).Next();
                ChangeCard card = new(request.What, request.Why, request.Side, Named(request.By), Time: request.Time, MeetingId: request.Meeting ? await LastMeetingAsync(db) : null);
                ChangeRequest raised = new(stage.Project.Id, _agreement.CustomerId, number, card, at);
                raised.Accept(new(card.Scope ?? "无 none", card.Time, card.Cost), Pm.Name, at);
                _requests.Add(db.Add(raised).Entity);
                _agreement.ChangeUnder(raised);
                foreach (var (criterion, row) in _criteria)
                    foreach (var change in criterion.Changes.Where(c => c.Version == version && c.Request == place && c.Field is not null)) row.Write(_agreement, change.Field!.Value, change.Value, Day(0));
                foreach (var criterion in told.Criteria.Where(c => c.Version == version && c.Changes.Any(x => x.Request == place))) Add(db, criterion);
            }
        }

        private Task MeasureAsync(StudioDb db) => Measure(db, v => v.DaysAgo >= Versions[0].Signed, Ago(Versions[0].Signed).AddHours(3));

        private Task MeasureLateAsync(StudioDb db) => Measure(db, v => v.DaysAgo < Versions[0].Signed, Ago(JudgedAgo).AddHours(1));

        private Task Measure(StudioDb db, Func<DemoValue, bool> chosen, DateTime at)
        {
            var content = AgreementContent.Read(_versions[0].Content);
            foreach (var (criterion, row) in _criteria)
                foreach (var value in criterion.Values.Where(chosen))
                {
                    Measurement measurement = new(content.Of(row.Id), _agreement, new(Day(-value.DaysAgo), value.Value, value.Source, value.Note), Pm.Name, at, Day(0));
                    measurement.Confirm(content.Of(row.Id), Pm.Name, at);
                    db.Add(measurement);
                    if (criterion.Judged) db.Add(Evidence.OfLink(stage.Project.Id, measurement.Id, $"https://files.example.com/verification/{row.Code}/{CriterionValue.OfDay(measurement.On)}", Pm.Name, at));
                }

            return Task.CompletedTask;
        }

        private async Task ServeAsync(StudioDb db)
        {
            var requirements = await db.Set<Requirement>().Where(r => r.CustomerId == _agreement.CustomerId).OrderBy(r => r.Number).Select(r => r.Id).ToListAsync();
            var next = 0;
            foreach (var (criterion, row) in _criteria)
                for (var i = 0; i < criterion.Serves && next < requirements.Count; i++) db.Add(new CriterionLink(row, ServedBy.Requirement, requirements[next++]));
        }

        private async Task JudgeAsync(StudioDb db)
        {
            var content = AgreementContent.Read(_versions[^1].Content);
            var values = (await db.Set<Measurement>().Where(m => m.AgreementId == _agreement.Id).ToListAsync()).ToLookup(m => m.CriterionId);
            var proofs = await db.Set<Evidence>().Where(e => e.Url != null && db.Set<Measurement>().Any(m => m.Id == e.OwnerId)).ToListAsync();
            foreach (var (_, row) in _criteria.Where(c => c.Told.Judged))
            {
                Verification verification = new(stage.Project.Id, _agreement.Id, row.Id);
                verification.Judge(new(_versions[^1], content.Of(row.Id)), values[row.Id].MaxBy(m => m.On), proofs, Lead.Name, Ago(JudgedAgo).AddHours(2));
                db.Add(verification);
            }
        }
    }
}
