import { type District, membersOf, type PlaceId, rowsOn } from '@vakthavende/core/organisation';
import { placeNameOn, registerWords } from '../../../organisation/index.ts';
import { type Column, DenseTable, Facts, Panel } from '../../../ui/index.ts';
import { currentRows } from '../browse/things.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { PlaceLink } from '../thing-link.tsx';
import { HistoryPanel } from './history.tsx';
import { ThingHead } from './thing-head.tsx';
import { ThingList } from './thing-list.tsx';
import { Weeks } from './weeks.tsx';
import { dayText } from './words.ts';

const t = texts.thing;

/** A district: its week place by place, its members over time, its clinics, vehicles and arrangements. */
export function DistrictPage(props: RegisterPart & { readonly row: District }) {
  const { loaded, row, date, shown } = props;
  const { register } = loaded;
  const { data } = register.now;
  const arrangements = rowsOn(data.arrangements, date).filter(({ district }) => district === row.id);
  const members = membersOf(register, row.id, { date })?.map(({ place }) => place) ?? [];
  const places = members.length > 0 ? members : [...new Set(arrangements.flatMap((each) => each.places))].toSorted();
  return (
    <div className="thing">
      <ThingHead shown={shown} kind="districts" row={row} />
      <Weeks
        {...props}
        places={withParts(
          places,
          arrangements.flatMap((each) => each.places),
        )}
      />
      <div className="thing-columns">
        <Panel title={t.members} flush>
          <Members {...props} />
        </Panel>
        <Panel title={t.about}>
          <Facts
            rows={[
              [t.legalForm, row.legalForm ? registerWords.legalForms[row.legalForm] : texts.notKnown],
              [t.leader, row.leaderProfession ? registerWords.professions[row.leaderProfession] : texts.notKnown],
              ...(row.organisationNumber ? [[t.organisationNumber, row.organisationNumber] as const] : []),
              [t.arrangements, <ThingList key="a" shown={shown} kind="arrangements" rows={arrangements} />],
              [
                t.clinics,
                <ThingList
                  key="c"
                  shown={shown}
                  kind="clinics"
                  rows={rowsOn(data.clinics, date).filter(({ district }) => district === row.id)}
                />,
              ],
              [
                t.vehicles,
                <ThingList
                  key="v"
                  shown={shown}
                  kind="vehicles"
                  rows={currentRows(data.vehicles, date).filter(({ district }) => district === row.id)}
                />,
              ],
              [t.source, row.source],
            ]}
          />
        </Panel>
      </div>
      <HistoryPanel {...props} kind="districts" id={row.id} />
    </div>
  );
}

/** The district's places, and beside a municipality those parts of it that its arrangements name. */
function withParts(members: readonly PlaceId[], named: readonly PlaceId[]): readonly PlaceId[] {
  const parts = named.filter((place) => place.length > 4 && members.includes(place.slice(0, 4)));
  return [...new Set([...members, ...parts])].toSorted();
}

function Members({ row, loaded, shown, date }: RegisterPart & { readonly row: District }) {
  type MemberRow = (typeof row.members)[number];
  const name = ({ place }: MemberRow) => placeNameOn(loaded.register, place, date);
  const columns: readonly Column<MemberRow>[] = [
    {
      key: 'place',
      header: t.place,
      rowHeader: true,
      sortBy: name,
      cell: (member) => <PlaceLink shown={shown} place={member.place} name={name(member)} />,
    },
    { key: 'from', header: t.from, sortBy: ({ from }) => from, cell: ({ from }) => dayText(from) },
    { key: 'to', header: t.to, sortBy: ({ to }) => to ?? '9', cell: ({ to }) => (to === undefined ? texts.untilFurther : dayText(to)) },
  ];
  return (
    <DenseTable
      caption={t.members}
      hideCaption
      rows={row.members}
      columns={columns}
      rowKey={({ place, from }) => `${place} ${from}`}
      rowTone={({ to }) => (to !== undefined && to <= date ? 'quiet' : undefined)}
    />
  );
}
