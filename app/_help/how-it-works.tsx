import type { ReactNode } from 'react'
import classes from './help.module.css'
import { Topic } from './topic'
import { TOPICS, type TopicId } from './topics'

const Part = ({ of, children }: { of: TopicId; children: ReactNode }) => (
  <Topic id={of} title={TOPICS[of]}>
    {children}
  </Topic>
)

/** What the words on the canvas mean, in the order in which one needs them. */
export function HowItWorks() {
  return (
    <>
      <Part of="policy">
        <p>
          A policy has two halves. The <b>handbook</b> says who holds which authority and what may be asked.
          The <b>chart</b> is the conversation: it begins at its start, or at a magic word, and follows the
          lines until the case is closed or handed on. There are no circles in it, so every case comes to an
          end.
        </p>
      </Part>
      <Part of="tiers">
        <p>
          A tier is a level of authority, such as front line, senior desk and duty manager. They are ordered,
          and authority only grows: whatever a tier may do, the tiers above it may do too. Every step of the
          chart belongs to the tier that the case has reached by then. It begins at the lowest one, and only
          an escalation raises it.
        </p>
        <p>
          Each tier needs to know only its own part. A tier's table holds nothing of what the tiers above it
          may do, say or ask, not even that it exists.
        </p>
      </Part>
      <Part of="facts">
        <p>
          A fact is something that is known about a case, or can be found out. Where it comes from decides
          how:
        </p>
        <dl className={classes.terms}>
          <dt>Record</dt>
          <dd>A system supplies it: the speed of shipping that was paid for.</dd>
          <dt>Clock</dt>
          <dd>The time of the call, in the policy's time zone, read once when the case begins.</dd>
          <dt>Customer</dt>
          <dd>The customer is asked, and taken at their word.</dd>
          <dt>Agent</dt>
          <dd>A judgement call; the guidance says how to make it.</dd>
          <dt>Team</dt>
          <dd>Another team is asked while the customer holds.</dd>
        </dl>
        <p>
          Allowed values bound what a fact can be. The narrower they are, the fewer answers a chart needs. A
          fact that may be unknown has one value more: it was asked, and nobody knows. A private fact is
          masked before a decision is written down.
        </p>
      </Part>
      <Part of="questions">
        <p>
          A question branches on one or more facts. Each answer is a row of its card with a line of its own.
          Together the answers must cover every value that the facts can take, and no two may hold at once:
          Remit names the case that is missed, or met twice. “Otherwise” takes whatever no other answer takes.
          Where a question is set to take the first answer that holds, their order decides instead.
        </p>
        <p>
          Conditions read as words, such as “before 3:00 PM”. Behind them stands S-FEEL, the expression
          language of decision tables, which you can see and edit one click away:{' '}
          <code>{'< time("15:00:00")'}</code>.
        </p>
      </Part>
      <Part of="actions">
        <p>
          An action is something that can be done for the customer. The handbook says which tier may do it,
          and up to which limits: a credit of up to 25 at the front line, up to 200 at the senior desk. It may
          also say what an action requires, such as a call before three o'clock, so that nobody promises what
          cannot be kept. The chart says when it is done, and in which words.
        </p>
      </Part>
      <Part of="escalations">
        <p>An escalation hands the decision to a higher tier, in one of three honest ways:</p>
        <dl className={classes.terms}>
          <dt>Consult</dt>
          <dd>The customer holds while permission is asked.</dd>
          <dt>Transfer</dt>
          <dd>The customer is handed over.</dd>
          <dt>Call back</dt>
          <dd>Somebody rings back within a time that is named.</dd>
        </dl>
        <p>
          It goes strictly upward, so a case cannot bounce. What the higher tier then does can be drawn after
          it; the lower tier does not see that part.
        </p>
      </Part>
      <Part of="magic-words">
        <p>
          A magic word interrupts the chart at any moment of the call: a health or safety issue, say.
          Customers bring it up themselves; nobody may ask for it or hint at it, and the phrases that would
          give it away can be forbidden in all words for customers. Of several, the one with the lower
          priority goes first.
        </p>
      </Part>
      <Part of="closing">
        <p>
          A case closes as resolved or as declined. Whoever is declined should be offered something: options
          are actions under the same authority as a step, or words.
        </p>
      </Part>
      <Part of="words">
        <dl className={classes.terms}>
          <dt>Say</dt>
          <dd>
            For the customer, word for word. A fact in braces is filled in: <code>{'{order_number}'}</code>.
          </dd>
          <dt>Note</dt>
          <dd>For the agents of that tier.</dd>
          <dt>Why</dt>
          <dd>For managers and auditors. It never leaves Remit.</dd>
        </dl>
      </Part>
      <Part of="guardrails">
        <p>
          A guardrail is a promise about the whole policy, such as “a health or safety issue is never
          declined”. It is not tried out on examples: it holds for every case, or Remit shows one for which it
          does not.
        </p>
        <p>
          Authority belongs to the company, not to one chart. A handbook can be <b>shared</b>: it is then a
          document of its own, listed with the policies, and policies take in a version of it. What is shared
          is changed there, and binds each of them; what only one of them needs it adds itself. A new version
          changes nothing by itself. <b>Effects on policies</b> shows what every one of them would decide
          differently, and which findings would come, before anybody agrees; then they move to it, one by one
          or together.
        </p>
      </Part>
      <Part of="trying">
        <p>
          <b>Try a call</b> plays the draft as the agent of a tier: what is known, what to find out next and
          in which words, what to do and to say. A magic word can be raised at any moment, every step can be
          taken back, and the way of the call lights up on the chart. As long as the draft has no errors, the
          call goes by the very table that the tier would be given.
        </p>
        <p>
          Where it comes out otherwise than you thought, choose what you had expected under <b>Why not</b>. It
          names the fewest facts that would have to be others, in any call, and one press tries it so. A call
          that is worth remembering is kept as a scenario.
        </p>
      </Part>
      <Part of="scenarios">
        <p>
          A scenario is a case that you know the right decision of. It runs whenever you change something, and
          says what came out differently. The lines that no scenario takes are told in the same place, and a
          call along each of them is one press away.
        </p>
      </Part>
      <Part of="together">
        <p>
          Two managers may have one draft open. Who else is here stands at the top, and their names on the
          steps they have selected. What each of them draws comes together by itself; only where both wrote in
          one field are both shown, and you choose. Undo takes back what you did, and leaves what somebody
          else has done since.
        </p>
        <p>
          Without a connection you work on: everything is kept in this browser, and put together with the
          draft once the server is back.
        </p>
      </Part>
      <Part of="publishing">
        <p>
          The draft is saved as you work. To bring it in force, you <b>propose</b> it: its content is kept
          exactly as it is then, and others are asked to agree to it. Nobody approves what they had a hand in:
          whoever saved the draft since the last version, however they did, and whoever proposes it, counts as
          an editor. Approving is a right of its own, which an administrator gives under People; how many have
          to approve is said with the policy's versions. More holds at once, fewer has to be approved itself.
        </p>
        <p>
          An approval is for that content and no other. Whoever does not agree sends the proposal back with a
          reason. A new proposal takes the place of the one before, and begins without approvals.
        </p>
        <p>
          What was approved is <b>published</b> as a version, with one table for each tier. A version never
          changes. There are two channels, <b>live</b> and <b>staging</b>, each with a version of its own in
          force, from now or from a moment on that you choose; until then it can be called off. Going back to
          an older version takes one step and a reason: it is published again as it was, and nobody has to
          approve it twice.
        </p>
        <p>
          Runtime clients fetch their tier's table of the version in force on their channel and decide by it,
          also while Remit cannot be reached; the table's hash tells exactly which one they had.
        </p>
      </Part>
      <Part of="comparing">
        <p>
          Any two versions can be compared, and the draft with what is in force. What is decided differently
          is worked out for every possible case and every tier, and told as situations: when, what was
          decided, what is now, and an example that plays on both charts side by side. What is only worded
          differently stands apart, and that nothing changes is said only where it is proved.
        </p>
        <p>
          Below, both charts scroll and zoom as one, and <kbd>N</kbd> and <kbd>P</kbd> go through what was
          added, removed, changed, reworded or moved. The sign-off sheet has it all on paper, with times,
          hashes and findings, and lines to sign on.
        </p>
      </Part>
    </>
  )
}
