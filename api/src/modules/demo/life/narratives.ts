/** What the lead of a task reports. `{event}` is filled with the published facts of its meeting. */
export interface Narrative {
  readonly begun: string;
  /** In this order, spread over the task; before the meeting, where there is one. */
  readonly underWay: readonly string[];
  /** The first report after the meeting, and what follows. */
  readonly afterEvent?: readonly string[];
  /** The same work comes again and again, and so do its reports. */
  readonly recurring?: true;
  readonly finished: string;
  /** Why it may stand still; a task without a reason is never blocked. */
  readonly blocked?: string;
}

export const NARRATIVES: Readonly<Record<string, Narrative>> = {
  'T1.1': {
    begun: 'Programme of the kick-off meeting sent to all partners; travel of the Vietnamese delegations is being arranged.',
    underWay: ['Committees proposed to the partners; each names one member.'],
    afterEvent: [
      '{event} Minutes and list of participants sent to the partners; each names its committee members.',
      'Members of the steering committee and the quality board named by all partners; mailing lists set up.',
    ],
    finished: 'Managing structure in place: steering committee and quality board have one member per partner.',
  },
  'T1.2': {
    begun: 'First draft of the partnership agreement sent to the legal offices of the partners.',
    underWay: [
      'Comments of four partners received; the article on payments is being reworded.',
      'Second draft agreed in substance; translations under way.',
    ],
    finished: 'Partnership agreement signed by all partners.',
    blocked: 'Waiting for two legal offices: the article on transfers to Vietnam needs their written consent before signatures can start.',
  },
  'T1.3': {
    recurring: true,
    begun: 'Rules of procedure of the steering committee drafted.',
    underWay: [
      'Steering committee met online; state of all work packages reviewed, decisions recorded in the minutes.',
      'Agenda of the next meeting sent; partners asked for their spending and their open points.',
      'Steering committee met on the day after the workshop; calendar of the next semester agreed by consensus.',
      'Decisions of the last meeting followed up one by one; two are still open.',
      'Online meeting on the budget: transfers between partners explained, no change of shares needed.',
      'Risk register reviewed in the meeting; mitigation of late deliverables tightened.',
    ],
    finished: 'Last meeting held; all decisions closed.',
  },
  'T1.4': {
    recurring: true,
    begun: 'Structure of the quality plan agreed with the members of the quality board.',
    underWay: [
      'Questionnaires for participants prepared in English and Vietnamese.',
      'Questionnaires of the last activity evaluated; results go into the next quality report.',
      'Reviewers named for the deliverables of the coming months, never from the lead.',
      'Self-assessment forms sent to work package leaders.',
      'Self-assessments received from five of seven partners; the others were reminded.',
      'Draft of the quality report discussed in the quality board.',
    ],
    finished: 'Final quality report delivered; all questionnaires archived.',
  },
  'T1.5': {
    recurring: true,
    begun: 'Templates for the reports explained to the contact persons of all partners.',
    underWay: [
      'Partners asked for their contributions to the next report.',
      'Continuous reporting in the portal brought up to date: deliverables, milestones, risks.',
      'Contributions of the partners put together; figures checked against the work plan.',
      'Points from the project officer answered.',
      'Evidence of the activities collected: programmes, attendance lists, minutes.',
    ],
    finished: 'Final report handed in.',
  },
  'T2.1': {
    begun: 'Programme of the seminar in Évora drafted; invitations to Vietnamese universities new to STRIVE prepared.',
    underWay: ['Speakers confirmed; the hybrid format is being tested with partners in Vietnam.'],
    afterEvent: [
      '{event} Questionnaires are being evaluated for the report.',
      'Recordings and slides published for those who could not come.',
    ],
    finished: 'Seminar held and reported; material is on the project website.',
  },
  'T2.2': {
    begun: 'Venue and dates of the international workshop in Quang Ninh fixed.',
    underWay: ['Invitations sent; interpretation English-Vietnamese booked.', 'Programme published; registration of participants open.'],
    afterEvent: [
      '{event} Attendance list signed on both days; the questionnaires are being evaluated for D2.2.',
      'Report drafted with the contributions of all partners.',
    ],
    finished: 'Workshop held and reported.',
  },
  'T2.3': {
    begun: 'Questions of newcomer universities collected at the seminars; outline of the guide agreed.',
    underWay: [
      'Chapters shared out: eligibility, partner search, budget, grant management, reporting.',
      'First chapters written; examples from the seminar in Évora added.',
      'Draft sent to two universities outside of the consortium for a test reading.',
    ],
    finished: 'Guide finished and sent to the universities that took part in the seminars.',
    blocked: 'Waiting for the new programme guide of the call: eligibility and amounts cannot be written before.',
  },
  'T3.1': {
    begun: 'Training needs of the target universities collected by questionnaire.',
    underWay: [
      'Trainers and modules agreed: idea, partnership, logical framework, work plan.',
      'Programme of the training in Hue published.',
    ],
    afterEvent: [
      '{event} Exercises and slides are being put together as training material.',
      'Training material revised after the questionnaires.',
    ],
    finished: 'Training held; material handed to the target universities.',
  },
  'T3.2': {
    begun: 'Modules on lump sums, cost categories and accountability prepared.',
    underWay: ['Exercise budget built with the partners; travel of participants arranged.'],
    afterEvent: [
      '{event} Exercises corrected and published with solutions.',
      'Training material completed with the questions of the second day.',
    ],
    finished: 'Training held; material on budget preparation published.',
  },
  'T3.3': {
    begun: 'Topic of the new proposal discussed with the target universities: sustainable tourism.',
    underWay: [
      'Group of authors formed; each target university names two persons.',
      'Problem analysis and list of stakeholders written.',
      'Questionnaire on tourism study programmes answered by all target universities.',
      'Possible partners in Europe approached; two answered with interest.',
      'Concept note discussed in an online meeting of all partners.',
      'Logical framework written in two working groups.',
      'Work packages sketched, with the exercise budget of the training as a start.',
      'Draft read by the European partners; comments are being worked in.',
      'Chapter on impact rewritten after the comments.',
      'Budget of the proposal drafted as lump sums by work package.',
      'Letters of intent requested from all partners of the proposal.',
    ],
    finished: 'Proposal complete and ready for submission.',
    blocked: 'Waiting for the decision of two universities whether they take part; budget and work packages cannot be shared out before.',
  },
  'T4.1': {
    begun: 'Programme of the training in Viterbo drafted with the mobility offices of the European partners.',
    underWay: ['Presentations collected; visas of the participants applied for.'],
    afterEvent: ['{event} 11 presentations are being put together for the report.', 'Report drafted; figures of the questionnaires added.'],
    finished: 'Training held and reported.',
  },
  'T4.2': {
    begun: 'Call for stories sent to staff and students with mobility experience.',
    underWay: [
      'Stories received and selected; format of the seminar in Hanoi fixed.',
      'Storytellers rehearse online; invitations sent to new universities.',
    ],
    afterEvent: [
      '{event} Recommendations are being written with the participants.',
      'Recommendations sent to the participants for comments.',
    ],
    finished: 'Seminar held; recommendations delivered.',
  },
  'T4.3': {
    begun: 'Indicators of internationalization collected from the literature and from the partners.',
    underWay: [
      'List of indicators discussed with the Vietnamese universities: which data exist, which do not.',
      'Dictionary of indicators written, each with its source and its formula.',
      'First version of the tool as a spreadsheet, tested by two universities.',
      'Results of the test discussed; fourteen indicators kept.',
      'Online form built; the dictionary of indicators is translated into Vietnamese.',
      'Second test round with all target universities.',
      'Results presented to the steering committee; the way to compare years is being improved.',
      'User guide written; data of the last academic year entered by four universities.',
    ],
    finished: 'Monitoring tool finished and in use by the target universities.',
    blocked: 'Waiting for the data of three universities; without them the indicators cannot be compared.',
  },
  'T4.4': {
    begun: 'Structure of the infosheets agreed with HANU, PXU and APAG: one sheet for each university.',
    underWay: [
      'Questionnaire for the infosheets sent to the universities.',
      'Answers of six universities received; the others were reminded by telephone.',
      'Layout of the sheets drafted in the visual identity of the project.',
      'First four sheets written and sent back to the universities for checking.',
      'Facts checked; photographs with consent forms collected.',
      'Second half of the sheets written.',
      'English and Vietnamese texts compared line by line.',
    ],
    finished: 'Infosheets finished in both languages.',
    blocked: 'Waiting for the release of the figures by two universities; their sheets cannot be finished.',
  },
  'T5.1': {
    begun: 'Logo and colours proposed to the partners; structure of the website agreed.',
    underWay: [
      'Logo chosen by the partners; first pages of the website online for testing.',
      'Texts of all partners received; emblem and funding statement on every page.',
    ],
    finished: 'Website and visual identity in use by all partners.',
  },
  'T5.2': {
    begun: 'Target groups and channels discussed with all partners.',
    underWay: ['Draft of the plan sent to the partners; calendar of news agreed.', 'Responsible persons named by each partner.'],
    finished: 'Dissemination and communication plan in force.',
  },
  'T5.3': {
    recurring: true,
    begun: 'Calendar of seminars agreed with PXU, QUI and APAG.',
    underWay: [
      'Introductory seminar for staff held; questions collected for the guide.',
      'Seminar for students prepared together with the international office.',
      'Seminar for lecturers held, with material of the training on project design.',
      'Attendance lists and questionnaires of the last seminars collected.',
      'Dates of the next semester fixed with the faculties.',
      'Seminar for administrative staff held; interest in short mobilities is high.',
    ],
    finished: 'All seminars held.',
    blocked: 'Waiting for the approval of the calendar by the university: no date may be announced before.',
  },
  'T5.4': {
    begun: 'Functions of the Virtual Centre discussed: library, contacts, calendar, questions and answers.',
    underWay: [
      'Structure of the Virtual Centre agreed; the library starts with the material of the trainings.',
      'Three platforms compared; the choice is for one that the partners can run themselves.',
      'Test version shown to the partners; comments collected.',
      'Search and languages improved after the comments.',
      'Material of the trainings on project design and budget put into the library.',
      'Pages on mobility written with the experience of the European partners.',
      'Universities outside of the consortium invited to try it.',
      'Questions and answers moderated by all partners in turn.',
      'Stories of the seminar in Hanoi added with the consent of the storytellers.',
      'Who keeps the Virtual Centre after the project is being agreed.',
      'Infosheets and monitoring tool linked from the first page.',
      'Usage figures reported to the steering committee.',
    ],
    finished: 'Virtual Centre online and handed to its owner.',
    blocked: 'Waiting for the agreement on who hosts the Virtual Centre after the project; the address cannot be published before.',
  },
  'T5.5': {
    begun: 'Date and place of the final conference discussed with all partners.',
    underWay: ['Programme drafted; speakers invited.', 'Invitations sent; exhibition of the results prepared.'],
    finished: 'Final conference held and reported.',
  },
};
