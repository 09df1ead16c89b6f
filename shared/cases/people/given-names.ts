import { lettersOf } from '../needles/fold.ts'

/** Given names that are common in the United Kingdom and are no everyday words. */
const GIVEN_NAMES = new Set(
  [
    'aaron abdul abigail abraham adam adrian ahmed aidan aisha alan albert alex alexander alexandra alfie alfred ali alice',
    'alicia alison amanda amelia amina amy andrea andrew angela anita ann anna anne annie anthony antonia archie arjun',
    'arthur ava barbara barry beatrice becky ben benjamin bernadette bernard beth bethany betty beverley brenda brian',
    'bridget bronwen callum cameron carl caroline catherine cathy charles charlie charlotte chloe chris christian christina',
    'christine christopher ciara claire clare colin connor craig daisy daniel daniela danielle daphne darren dave david',
    'debbie deborah declan denise dennis derek diana diane dominic donald donna dora doris dorothy douglas duncan',
    'dylan eamonn eddie edith edward eileen elaine eleanor elena elizabeth ella ellen ellie elsie emily emma eric erin',
    'esther ethan eva evelyn evie ewan fatima felicity finlay fiona florence frances francesca francis freddie freya',
    'gabriel gareth gary gavin geoff geoffrey george georgia georgina gerald geraldine gillian glenys gordon graeme graham',
    'greg gregory gwen hannah harriet harrison harvey hassan helen henry hilary hugh hussain ian ibrahim imogen imran',
    'irene isaac isabel isabella isla ismail ivan jackie jacob jacqueline jake james jamie jan jane janet janice jasmin',
    'jason jayne jean jeff jeffrey jemma jen jennifer jenny jeremy jess jessica jill jim jimmy jo joan joanna joanne jodie',
    'joe joel john jon jonathan jordan joseph josephine josh joshua joyce judith judy julia julian julie justin kamal',
    'karen karl kate katharine katherine kathleen kathryn kathy katie katy kayleigh keith kelly ken kenneth kerry kevin',
    'khadija kieran kim kirsty kyle lauren laura leah lee leon leonard lesley leslie lewis liam linda lindsay lisa lola',
    'lorraine louis louise lucas lucy luke lydia lynn lynne madeleine maisie malcolm mandy marcus margaret maria mariam',
    'marie marilyn marion martha martin martina mary maryam matthew matt maureen maxine megan melanie melissa mia michael',
    'michelle miguel mike millie miriam mohamed mohammad mohammed moira molly monica muhammad myra nadia naomi natalie',
    'natasha nathan neil niall nicholas nick nicola nicole nigel nikki noah noor norma norman olga oliver olivia omar oscar',
    'owen pamela patricia patrick paul paula pauline peggy peter phil philip philippa phoebe phyllis poppy priya rachael',
    'rachel ralph raymond rebecca reece reginald rhian rhys richard rita robert roberta rodney roger ronald rory rosa',
    'rosalind rosemary rosie ross roy rupert russell ruth ryan sabrina sally sam samantha samira samuel sandra sanjay',
    'sarah sara saira sean sebastian seema shannon sharon shaun sheila shirley sian sidney simon siobhan sofia sonia sophia',
    'sophie stacey stanley stefan stella stephanie stephen steve steven stewart stuart susan susanna suzanne sylvia tamara',
    'tania tanya tara ted teresa terence terry thelma theresa thomas tim timothy tina toby tom tony tracey tracy trevor',
    'tyler una ursula valerie vanessa vera veronica vicky victoria vincent viola vivien wayne wendy wilfred william winifred',
    'yasmin yusuf yvonne zachary zahra zain zara zoe',
  ]
    .join(' ')
    .split(' '),
)

/** Whether a word is a given name that is common here. */
export const isGivenName = (word: string): boolean => GIVEN_NAMES.has(lettersOf(word))
