import { Landing } from '@/features/home/landing';

export default function HomePage() {
  return <Landing />;
}
