import type { Asking } from '../asking.ts'

export const asking: Asking = {
  marks: {
    appointment:
      'where address location place street what_time which_time when which_day what_day what_date date time with_whom with_who who_with which_coach which_building',
    who: 'who_is_this who_are_you who_is_it who_sent_this are_you_a_robot are_you_a_bot is_this_a_bot whose_number_is_this',
    bring: 'bring documents papers passport id identification take_with_me',
    travel: 'bus train tram metro travel_costs travel_money parking park how_do_i_get_there how_can_i_get_there',
    interpreter: 'interpreter translator',
    rights: 'rights duties mandatory obliged must_i_come do_i_have_to_come',
    complaints: 'complaint complaints complain',
    privacy: 'privacy my_data gdpr',
    content:
      'what_is_it_about what_is_this_about what_about how_long why what_will_we_do what_do_we_do what_is_this what_is_it what_will_happen what_happens what_can_i_expect what_should_i_expect what_to_expect first_time what_is_an_intake what_is_this_appointment_for what_does_it_involve how_does_it_work how_does_it_go what_is_the_purpose what_is_it_for what_is_this_for',
  },
  beside:
    'hi hello hey good morning afternoon evening may i ask question can could you tell me send know would like to please is are the a an my your our appointment intake meeting and also then do need must have should go come get there for of with at in on what which how it this that there am not anymore exactly forgot lost just but something somebody we be start starts does will if us its',
}
