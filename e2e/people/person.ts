let people = 0;

export type Person = {
  readonly firstname: string;
  readonly lastname: string;
  readonly email: string;
  readonly password: string;
};

/** Somebody nobody else is: each test has its own people. */
export function inventPerson(firstname = 'Nolwenn', lastname = 'Cadiou'): Person {
  people += 1;
  return {
    firstname,
    lastname,
    email: `${firstname}.${people}@phare-ouessant.test`.toLowerCase(),
    password: 'Un-phare-en-2026 !',
  };
}
