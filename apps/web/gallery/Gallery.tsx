import { CalendarDays, Check, Mic, MicOff, PhoneOff, Plus, Target, TriangleAlert, Video } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../src/ui/Avatar.tsx'
import { Badge, Count } from '../src/ui/Badge.tsx'
import { Button, LinkButton } from '../src/ui/Button.tsx'
import { Checkbox } from '../src/ui/Checkbox.tsx'
import { Clock, Countdown, RelativeTime } from '../src/ui/Clock.tsx'
import { DateTimeField } from '../src/ui/DateTimeField.tsx'
import { Answers, Dialog } from '../src/ui/Dialog.tsx'
import { IconButton } from '../src/ui/IconButton.tsx'
import { Link } from '../src/ui/Link.tsx'
import { Menu } from '../src/ui/Menu.tsx'
import { Notice } from '../src/ui/Notice.tsx'
import { Page } from '../src/ui/Page.tsx'
import { Meter, Progress } from '../src/ui/Progress.tsx'
import { Select } from '../src/ui/Select.tsx'
import { Section, Sheet } from '../src/ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../src/ui/States.tsx'
import { Switch } from '../src/ui/Switch.tsx'
import { type Sort, Table } from '../src/ui/Table.tsx'
import { Tabs } from '../src/ui/Tabs.tsx'
import { TextArea, TextField } from '../src/ui/TextField.tsx'
import { toast } from '../src/ui/toasts.ts'
import { people, rows } from './content.ts'

/** Every primitive on one page, to be looked at in each theme, width and direction. */
export function Gallery() {
  return (
    <Page
      title="Every primitive, once"
      lead="Paper, ink and one deep accent. This page is served in development only."
      back={{ href: '/', text: 'Home' }}
      actions={<Button icon={Plus}>Plan a session</Button>}
    >
      <Next />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Acting />
        <Writing />
        <Telling />
        <States />
      </div>
      <Tabular />
    </Page>
  )
}

function Next() {
  const soon = new Date(Date.now() + 2_540_000).toISOString()
  return (
    <Sheet>
      <div className="flex flex-wrap items-center justify-between gap-6">
        <div className="flex flex-col gap-3">
          <p className="text-sm text-muted">Your next session</p>
          <p className="font-title text-2xl">Reading the first chapter together</p>
          <p className="flex items-center gap-3">
            <Avatar name="Amina Odhiambo" size="small" /> with Amina Odhiambo, <Clock zone="Africa/Nairobi" at={soon} />{' '}
            in Nairobi
          </p>
        </div>
        <div className="flex flex-col gap-3">
          <p className="font-title text-3xl text-accent">
            <Countdown to={soon} />
          </p>
          <LinkButton href="/sessions" tone="primary" size="large" icon={Video}>
            Join session
          </LinkButton>
        </div>
      </div>
    </Sheet>
  )
}

function Acting() {
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState('2026-11-24T15:00:00.000Z')
  return (
    <Sheet title="Acting" aside={<Link href="/sessions">All of them</Link>}>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary">Primary</Button>
        <Button>Quiet</Button>
        <Button tone="plain">Plain</Button>
        <Button tone="danger">Danger</Button>
        <Button isDisabled>Disabled</Button>
        <Button tone="primary" isPending>
          Pending
        </Button>
      </div>
      <div className="flex flex-wrap gap-3">
        <IconButton label="Mute microphone" icon={Mic} tone="solid" size="large" />
        <IconButton label="Unmute microphone" icon={MicOff} tone="accent" size="large" />
        <IconButton label="Leave" icon={PhoneOff} tone="alert" size="large" />
        <Menu
          label="More"
          trigger={<Button>Menu</Button>}
          groups={[[{ id: 'a', text: 'Move', icon: CalendarDays, href: '/sessions' }]]}
        />
        <Button onPress={() => setOpen(true)}>Dialog</Button>
        <Dialog title="Cancel this session?" isOpen={isOpen} onOpenChange={setOpen}>
          {(close) => (
            <>
              <TextArea label="A word to the others" />
              <DateTimeField label="Instead" value={at} zone="Africa/Nairobi" onChange={setAt} />
              <Answers>
                <Button onPress={close}>Keep it</Button>
                <Button tone="danger" onPress={close}>
                  Cancel the session
                </Button>
              </Answers>
            </>
          )}
        </Dialog>
        <Button onPress={() => toast('Saved.')}>Toast</Button>
      </div>
      <Switch defaultSelected>Camera</Switch>
      <Switch>Microphone</Switch>
      <Checkbox defaultSelected>Write to the library</Checkbox>
      <Checkbox>Read ten pages</Checkbox>
    </Sheet>
  )
}

function Writing() {
  const [zone, setZone] = useState<'nairobi' | 'lima'>('nairobi')
  const [at, setAt] = useState('2026-11-24T15:00:00.000Z')
  return (
    <Sheet title="Writing">
      <TextField label="Email" type="email" placeholder="you@example.org" />
      <TextField label="Name" defaultValue="Amina" description="As others will see it." />
      <TextField label="Topic" error="Please say what it is about." />
      <Select
        label="Place"
        options={[
          { id: 'nairobi', text: 'Nairobi' },
          { id: 'lima', text: 'Lima' },
        ]}
        value={zone}
        onChange={setZone}
      />
      <DateTimeField label="Start" value={at} zone="Africa/Nairobi" onChange={setAt} />
    </Sheet>
  )
}

function Telling() {
  const past = new Date(Date.now() - 300_000).toISOString()
  return (
    <Sheet title="Telling">
      <div className="flex flex-wrap gap-2">
        <Badge>Planned</Badge>
        <Badge tone="accent">Open now</Badge>
        <Badge tone="good" icon={Check}>
          Held
        </Badge>
        <Badge tone="fair">Partial</Badge>
        <Badge tone="poor">No-show</Badge>
        <Badge tone="help">Technical failure</Badge>
        <Count value={3} text="3 unread" />
      </div>
      <div className="flex flex-wrap gap-2">
        {people.map((name) => (
          <Avatar key={name} name={name} />
        ))}
      </div>
      <p className="text-sm text-muted">
        Last word <RelativeTime at={past} />
      </p>
      <Progress label="Steps done" value={2} max={5} />
      <Meter label="Microphone level" value={0.6} />
      <Notice tone="fair" icon={TriangleAlert}>
        Your microphone is muted, and you are talking.
      </Notice>
      <Notice tone="good">A link is on its way.</Notice>
    </Sheet>
  )
}

function States() {
  return (
    <Section title="States">
      <Loading />
      <Empty icon={Target} title="No goals yet">
        <p>Write down what you would like to reach together.</p>
        <Button tone="primary">New goal</Button>
      </Empty>
      <ErrorState text="The server cannot be reached just now." onRetry={() => toast('Tried again.')} />
    </Section>
  )
}

function Tabular() {
  const [sort, setSort] = useState<Sort>({ by: 'when', direction: 'descending' })
  const table = (
    <Table
      label="Attendance"
      columns={[
        { id: 'when', title: 'When', cell: (row) => row.when, isRowHeader: true, isSortable: true },
        { id: 'mentor', title: 'Mentor', cell: (row) => row.mentor, isSortable: true },
        { id: 'mentee', title: 'Mentee', cell: (row) => row.mentee },
        { id: 'together', title: 'Together', cell: (row) => row.together, isNumber: true, isSortable: true },
        { id: 'outcome', title: 'Outcome', cell: (row) => <Badge tone={row.tone}>{row.outcome}</Badge> },
      ]}
      rows={rows}
      rowKey={(row) => row.when}
      sort={sort}
      onSort={setSort}
    />
  )
  return (
    <Tabs
      label="Views"
      parts={[
        { id: 'table', title: 'Attendance', content: table },
        { id: 'other', title: 'People', content: 'Nobody' },
      ]}
    />
  )
}
